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

@Command(name = "query", description = "Run Spark SQL on the published tables.")
final class QueryCommand implements Callable<Integer> {
    private final JobCall job;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "SQL", description = "The query, as one argument.")
    private String sql = "";

    @Option(names = "--csv", description = "Print the rows as CSV with a header; not with --json.")
    private boolean csv;

    @Option(
            names = "--bulk",
            paramLabel = "INDEX",
            description = "Print the rows as OpenSearch takes them in bulk, for that index; not with --json or --csv.")
    private @Nullable String bulk;

    @Option(
            names = "--id",
            paramLabel = "COLUMNS",
            description =
                    "With --bulk: the columns, between commas, that make a document's id, so that a row sent again changes"
                            + " nothing.")
    private @Nullable String id;

    @Mixin
    private JobOptions options = new JobOptions();

    QueryCommand(JobCall job) {
        this.job = job;
    }

    @Override
    public Integer call() {
        if (csv && options.json()) {
            throw UsageErrors.of(spec, "Invalid --csv: set (must stand without --json)");
        }
        if (bulk != null && (csv || options.json())) {
            throw UsageErrors.of(spec, "Invalid --bulk: " + bulk + " (must stand without --csv and --json)");
        }
        if (id != null && bulk == null) {
            throw UsageErrors.of(spec, "Invalid --id: " + id + " (must stand with --bulk)");
        }
        ForwardedWords more =
                new ForwardedWords().flag("--csv", csv).option("--bulk", bulk).option("--id", id);
        return job.run(spec, List.of(sql), options, more.words());
    }
}
