/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** What a command left behind: its exit code and what it printed. */
record Cli(int exitCode, String out, String err) {
    /** Late on the 31st in UTC, still the 31st in Bahia de Banderas. */
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-02-01T00:30:00Z"), ZoneId.of("America/Bahia_Banderas"));

    static Surroundings surroundings(Path workingDirectory, Path home) {
        return new Surroundings(workingDirectory, home, "saltern", CLOCK, Cli.class.getClassLoader());
    }

    static Cli run(Surroundings surroundings, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = CommandTree.execute(surroundings, new PrintWriter(out), new PrintWriter(err), args);
        return new Cli(exitCode, out.toString(), err.toString());
    }
}
