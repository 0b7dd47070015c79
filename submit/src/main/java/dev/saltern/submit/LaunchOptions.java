/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import dev.saltern.conf.ByteSize;
import dev.saltern.conf.cluster.TimeSpan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What may be said about one launch. */
final class LaunchOptions {
    /** Where a day can be computed. */
    enum Target {
        EMR,
        SERVERLESS
    }

    @Option(
            names = "--cluster",
            paramLabel = "NAME",
            defaultValue = "small",
            description = "What it runs on: a file in clusters/. Default: ${DEFAULT-VALUE}.")
    String cluster = "small";

    @Option(
            names = "--on",
            paramLabel = "TARGET",
            defaultValue = "emr",
            description = "emr: a transient cluster on EC2; serverless: EMR Serverless. Default: ${DEFAULT-VALUE}.")
    Target target = Target.EMR;

    @Option(names = "--dry-run", description = "Print the whole request and the plan; call nothing.")
    boolean dryRun;

    @Option(
            names = "--max-usd",
            paramLabel = "USD",
            description =
                    "What it may cost: refused if the estimate is above, ended if the cost is. Default: the cluster"
                            + " file's max-usd.")
    @Nullable
    Double maxUsd;

    @Option(
            names = "--deadline",
            paramLabel = "TIME",
            description = "When it is given up, such as 90m. Default: the cluster file's deadline.")
    @Nullable
    TimeSpan deadline;

    @Option(
            names = "--input-size",
            paramLabel = "SIZE",
            description = "How large the raw files are, such as 40GB. Default: they are listed; a dry run lists local"
                    + " files alone.")
    @Nullable
    ByteSize inputSize;

    @Option(names = "--jar", paramLabel = "FILE", description = "A jar with classes of java steps. Repeatable.")
    List<Path> jars = new ArrayList<>();

    @Option(
            names = "--job-jar",
            paramLabel = "FILE",
            description = "The job jar. Default: the one that the build of Saltern left.")
    @Nullable
    Path jobJar;
}
