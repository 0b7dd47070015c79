/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import java.util.List;

/** The program behind the launcher script. */
public final class Main {
    private Main() {}

    /** Runs the command line and leaves with its exit code. */
    public static void main(String[] args) {
        System.exit(CommandTree.create(Surroundings.ofProcess(), List.of(args)).execute(args));
    }
}
