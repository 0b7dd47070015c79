/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.cluster;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A log of Spark without what only this machine has, and without what nobody reads: most INFO lines, most frames of a stack. */
final class TrimmedLog {
    private static final Pattern INFO = Pattern.compile("\\d\\d/\\d\\d/\\d\\d [0-9:]{8} INFO .*");
    /** An entry of the log, or a word of the job; what is neither belongs to the entry above. */
    private static final Pattern BEGINS = Pattern.compile(
            "(?:\\$ |\\d\\d/\\d\\d/\\d\\d | *[0-9.]+ s  |saltern: |\\S+ \\S+: (?:failed|refused|published)).*");

    private static final Pattern TELLING =
            Pattern.compile(".* INFO (?:SparkContext: Running Spark|TaskSetManager: Lost|DAGScheduler:"
                    + " (?:ResultStage|ShuffleMapStage|Job) .*(?:failed|aborted)).*");
    private static final Pattern FRAME = Pattern.compile("\\s+(?:at |\\.\\.\\. \\d+ more).*");
    private static final int MAX_FRAMES = 4;
    private static final int MAX_LINE = 2_000;

    private final List<String> own = new ArrayList<>();
    private final List<String> instead = new ArrayList<>();

    TrimmedLog(Path folder) {
        Path project = Path.of("..").toAbsolutePath().normalize();
        replace(folder.toString(), "/mnt/day");
        replace(project.toString(), "/opt/saltern");
        replace(System.getProperty("java.io.tmpdir"), "/tmp");
        replace(System.getProperty("user.home"), "/home/hadoop");
        try {
            replace(InetAddress.getLocalHost().getHostName(), "driver-host");
        } catch (UnknownHostException e) {
            replace("localhost.localdomain", "driver-host");
        }
    }

    private void replace(String what, String by) {
        own.add(what);
        instead.add(by);
    }

    /** Returns what is worth keeping. */
    List<String> of(List<String> lines) {
        List<String> kept = new ArrayList<>();
        int frames = 0;
        boolean dull = false;
        for (String line : lines) {
            boolean frame = FRAME.matcher(line).matches();
            frames = frame ? frames + 1 : 0;
            if (BEGINS.matcher(line).matches()) {
                dull = INFO.matcher(line).matches() && !TELLING.matcher(line).matches();
            }
            if (!dull && (!frame || frames <= MAX_FRAMES) && !line.isBlank()) {
                kept.add(neutral(line.length() > MAX_LINE ? line.substring(0, MAX_LINE) : line));
            }
        }
        return kept;
    }

    private String neutral(String line) {
        String neutral = line;
        for (int i = 0; i < own.size(); i++) {
            neutral = neutral.replace(own.get(i), instead.get(i));
        }
        return neutral;
    }
}
