/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "gc",
        description = {
            "Remove runs that nothing refers to any more, and what killed runs left behind.",
            "",
            "A run goes when no retained version of its journal, no catalog location and no lease refers to it, in two phases: it is marked first, and removed by a later call, when the mark is older than the longest query may take. A run that is referred to again loses its mark. The journal itself stays whole. Without --yes nothing is changed."
        })
final class GcCommand implements Callable<Integer> {
    private final JobCall job;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private TableOptions tables = new TableOptions();

    @Option(
            names = "--older-than",
            paramLabel = "TIME",
            description = "Keep what was live within this time, such as 7d or 36h. Default: 7d.")
    private @Nullable String olderThan;

    @Option(
            names = "--keep-versions",
            paramLabel = "COUNT",
            description = "Keep what the last so many versions of each table show, however old. Default: 3.")
    private @Nullable String keepVersions;

    @Option(
            names = "--grace",
            paramLabel = "TIME",
            description =
                    "How long a mark must be old before its run is removed: longer than the longest query. Default: 24h.")
    private @Nullable String grace;

    @Option(names = "--yes", description = "Do it.")
    private boolean yes;

    @Mixin
    private JobOptions options = new JobOptions();

    GcCommand(JobCall job) {
        this.job = job;
    }

    @Override
    public Integer call() {
        ForwardedWords more = tables.words()
                .option("--older-than", olderThan)
                .option("--keep-versions", keepVersions)
                .option("--grace", grace)
                .flag("--yes", yes);
        return job.run(spec, tables.positionals(), options, more.words());
    }
}
