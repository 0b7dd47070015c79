/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish;

import dev.saltern.conf.Scope;
import dev.saltern.jobs.publish.run.Lake;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One run of a daily table in a process of its own, which can be told to halt. */
final class PublishProcess {
    private PublishProcess() {}

    /** Runs the table; the arguments are lake, table, first day, last day, and the rows. */
    public static void main(String[] arguments) {
        Lake lake = new Lake(arguments[0]);
        Runs runs = new Runs(MetastoreSession.open(lake), lake, Runs.dailyTable(arguments[1]));
        Scope scope = new Scope(LocalDate.parse(arguments[2]), LocalDate.parse(arguments[3]));
        runs.run(scope, Arrays.copyOfRange(arguments, 4, arguments.length));
        runs.spark.stop();
    }

    /** Starts a process that halts at the point, waits for its end and returns its exit status. */
    static int run(Path log, CrashPoint point, Lake lake, String table, Scope scope, String... rows)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx1g", "-D" + Crash.PROPERTY + "=" + point));
        java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-opens"))
                .forEach(command::add);
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        command.addAll(List.of("-cp", classPath, PublishProcess.class.getName()));
        command.addAll(
                List.of(lake.root(), table, scope.from().toString(), scope.to().toString()));
        command.addAll(List.of(rows));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(3, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        return process.waitFor();
    }
}
