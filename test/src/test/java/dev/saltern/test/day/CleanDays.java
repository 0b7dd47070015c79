/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.day;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Publishes one input after the other in a lake of its own, with no kill in between, and keeps what the tables say then. */
final class CleanDays {
    private CleanDays() {}

    /** Takes the lake, the first and the last day, and pairs of a raw folder and the file for its tables. */
    public static void main(String[] arguments) throws IOException {
        Path lake = Path.of(arguments[0]);
        for (int i = 3; i < arguments.length; i += 2) {
            Saltern saltern = new Saltern(Saltern.projectConf(), Path.of(arguments[i]), lake);
            Saltern.Answer answer = saltern.run("run", "sensor-daily", "--from", arguments[1], "--to", arguments[2]);
            if (answer.exitCode() != 0) {
                throw new IllegalStateException("Cannot run the days cleanly: " + answer);
            }
            Snapshot.take(saltern, Figures.open(Saltern.projectConf(), lake)).save(Path.of(arguments[i + 1]));
        }
        System.exit(0);
    }

    static JobProcess start(Path log, Path lake, List<String> days, List<Path> rawAndTables) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(lake.toString()));
        arguments.addAll(days);
        rawAndTables.forEach(path -> arguments.add(path.toString()));
        return JobProcess.start(log, List.of(), CleanDays.class, arguments);
    }
}
