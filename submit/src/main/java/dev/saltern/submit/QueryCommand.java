/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import java.util.List;
import java.util.concurrent.Callable;
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
        return job.run(spec, List.of(sql), options, csv ? List.of("--csv") : List.of());
    }
}
