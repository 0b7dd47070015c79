/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command without a sub-command, which only tells what there is. */
@Command(
        name = "saltern",
        description = "Turns a day of raw files into curated Parquet tables, published whole.",
        synopsisSubcommandLabel = "COMMAND",
        versionProvider = Version.class,
        footer = {
            "",
            "A first look: saltern demo",
            "Help on a command: saltern COMMAND --help",
            "Classes of java steps: SALTERN_CLASSPATH=steps.jar saltern COMMAND; jars and folders, separated by colons"
        })
final class SalternCommand {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help and exit.")
    @SuppressWarnings("unused") // the parser reads it
    private boolean helpRequested;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version and exit.")
    @SuppressWarnings("unused") // the parser reads it
    private boolean versionRequested;
}
