/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "history",
        description =
                "Show the runs of the lake, or with --table the versions of a table's journal: when, by which run, and"
                        + " what was rolled back.")
final class HistoryCommand implements Callable<Integer> {
    private final JobCall job;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..1", paramLabel = "PIPELINE", description = "The pipeline, by name. Default: all.")
    private @Nullable String pipeline;

    @Option(
            names = "--table",
            paramLabel = "TABLE",
            description = "Show the journal of this table instead, the newest version first.")
    private @Nullable String table;

    @Option(
            names = "--html",
            description =
                    "Write the page with all runs of the lake, _pages/history.html, and print where it is; each run renews it.")
    private boolean html;

    @Mixin
    private JobOptions options = new JobOptions();

    HistoryCommand(JobCall job) {
        this.job = job;
    }

    @Override
    public Integer call() {
        ForwardedWords more = new ForwardedWords().option("--table", table).flag("--html", html);
        return job.run(spec, pipeline == null ? List.of() : List.of(pipeline), options, more.words());
    }
}
