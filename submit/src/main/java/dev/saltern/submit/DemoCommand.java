/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.terminal.ShellLine;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "demo",
        description = "Generate a day of raw readings, run the pipeline sensor-daily on it, and show its tables.")
final class DemoCommand implements Callable<Integer> {
    private static final String DATE = "2026-01-31";
    private static final Map<String, String> QUERIES = new LinkedHashMap<>();

    static {
        QUERIES.put("The mean of each sensor", "SELECT * FROM sensor_daily ORDER BY site, sensor_id, metric LIMIT 5");
        QUERIES.put("The sites, one column per metric", "SELECT * FROM site_wide ORDER BY site");
        QUERIES.put(
                "Readings with their moving average",
                "SELECT * FROM sensor_smooth ORDER BY sensor_id, metric, ts LIMIT 5");
        QUERIES.put("What people wrote down", "SELECT * FROM site_notes ORDER BY site");
    }

    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            defaultValue = "saltern-demo",
            description = "The folder that receives the raw files and the tables. Default: ${DEFAULT-VALUE}.")
    private Path folder = Path.of("");

    DemoCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        String raw = folder.resolve("raw").toString();
        String lake = "lake=" + folder.resolve("lake");
        int exitCode = step(
                "A day of raw files, one line in a hundred dirty",
                List.of("sample-data", "--out", raw, "--date", DATE));
        if (exitCode == ExitCode.DONE.code()) {
            List<String> run = List.of("run", "sensor-daily", "--date", DATE, "--set", "raw=" + raw, "--set", lake);
            exitCode = step("The day is read, checked, computed and published", withConf(run));
        }
        for (Map.Entry<String, String> query : QUERIES.entrySet()) {
            if (exitCode == ExitCode.DONE.code()) {
                exitCode = step(query.getKey(), withConf(List.of("query", query.getValue(), "--set", lake)));
            }
        }
        return exitCode;
    }

    /** Names the conf folder that comes with Saltern where a project of the user's own stands before it. */
    private List<String> withConf(List<String> words) {
        Optional<Path> own = surroundings.findHomeConf();
        if (own.isEmpty() || surroundings.findConf().map(Path::toAbsolutePath).equals(own.map(Path::toAbsolutePath))) {
            return words;
        }
        List<String> more = new ArrayList<>(words);
        more.addAll(List.of("--conf", own.get().toString()));
        return more;
    }

    private int step(String title, List<String> words) {
        CommandLine command = spec.commandLine();
        PrintWriter out = command.getOut();
        out.println();
        out.println(command.getColorScheme().ansi().string("@|faint # " + title + "|@"));
        out.println("$ " + surroundings.command() + " " + ShellLine.of(words));
        out.flush();
        return CommandTree.execute(surroundings, out, command.getErr(), words.toArray(String[]::new));
    }
}
