/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/**
 * Goes through commands that call nothing, so that their classes are loaded: the launcher script keeps those in an archive, from which
 * later processes start in a fraction of the time.
 */
final class Rehearsal {
    private static final List<List<String>> COMMANDS = List.of(
            List.of("--help"),
            List.of("launch", "--help"),
            List.of("lunch"),
            List.of("launch", "no-such-pipeline", "--env", "emr", "--date", "yesterday", "--dry-run"),
            List.of("launch", "sensor-daily", "--env", "emr", "--date", "yesterday", "--dry-run"),
            List.of("launch", "sensor-daily", "--env", "emr", "--date", "yesterday", "--dry-run", "--json"));

    private Rehearsal() {}

    /** Goes through them; the arguments are added to those of each. */
    public static void main(String[] args) {
        Surroundings surroundings = Surroundings.ofProcess();
        try (PrintWriter nobody = new PrintWriter(Writer.nullWriter())) {
            for (List<String> command : COMMANDS) {
                List<String> words = new ArrayList<>(command);
                if (command.size() > 2) {
                    words.addAll(List.of(args));
                }
                var unused = CommandTree.execute(surroundings, nobody, nobody, words.toArray(String[]::new));
            }
        }
    }
}
