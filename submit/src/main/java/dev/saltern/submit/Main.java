/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import java.io.PrintWriter;
import java.util.List;

/** The program behind the launcher script. */
public final class Main {
    private Main() {}

    /** Runs a command within this process and returns its exit code. */
    public static int run(PrintWriter out, PrintWriter err, String... words) {
        return CommandTree.execute(Surroundings.ofProcess(), out, err, words);
    }

    /** Runs the command line and leaves with its exit code. */
    public static void main(String[] args) {
        System.exit(CommandTree.create(Surroundings.ofProcess(), List.of(args)).execute(args));
    }
}
