/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.protocol;

import dev.saltern.jobs.publish.CrashPoint;
import dev.saltern.test.kit.Aws;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A {@link PublisherProcess} that is going to die. */
final class KilledProcess implements AutoCloseable {
    private static final int KILLED = 137;

    private final Process process;

    private KilledProcess(Process process) {
        this.process = process;
    }

    /**
     * Starts the publish of a version.
     *
     * @param point where it halts itself, or null for nowhere
     */
    static KilledProcess start(Aws aws, int version, @Nullable CrashPoint point) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-opens"))
                .forEach(command::add);
        command.add("-Daws.accessKeyId=" + Aws.ACCESS_KEY);
        command.add("-Daws.secretAccessKey=" + Aws.ACCESS_KEY);
        if (point != null) {
            command.add("-Dsaltern.crash-at=" + point);
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), PublisherProcess.class.getName()));
        command.addAll(List.of(aws.endpoint().toString(), Integer.toString(version)));
        return new KilledProcess(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /**
     * Waits for the end and returns whether the process was killed, or killed itself.
     *
     * @param killAfterMillis how long behind the begin of its work it is killed, or null for not at all
     */
    boolean end(@Nullable Integer killAfterMillis) throws IOException, InterruptedException {
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        while (line != null && !line.equals("ready")) {
            line = out.readLine();
        }
        if (killAfterMillis != null && !process.waitFor(killAfterMillis, TimeUnit.MILLISECONDS)) {
            process.destroyForcibly();
        }
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("Cannot wait for a process longer than a minute");
        }
        return process.exitValue() == KILLED;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
