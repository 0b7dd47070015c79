/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.load;

import dev.saltern.conf.Grain;
import dev.saltern.conf.Output;
import dev.saltern.conf.Partitioning;
import dev.saltern.conf.Pipeline;
import org.jspecify.annotations.Nullable;

/** Checks how tables are cut, what that means for late rows, and how long partitions are kept. */
final class PartitionChecks {
    private final Origins origins;
    private final Problems problems;

    PartitionChecks(Origins origins, Problems problems) {
        this.origins = origins;
        this.problems = problems;
    }

    void check(Pipeline pipeline) {
        Partitioning whole = pipeline.partitioning();
        int lookback = whole.lookback();
        if (lookback < 0 || lookback > Partitioning.MAX_LOOKBACK) {
            report("partition.lookback", lookback, "must be in [0, " + Partitioning.MAX_LOOKBACK + "]");
        } else if (lookback > 0 && whole.grain() == Grain.NONE) {
            report("partition.lookback", lookback, "must be 0: the tables have no partitions");
        }
        if (pipeline.retention() != null && whole.grain() == Grain.NONE) {
            report("retention", pipeline.retention(), "must be left out: the tables have no partitions");
        }
    }

    void check(String path, Output output, @Nullable Pipeline pipeline) {
        if (pipeline == null) {
            return;
        }
        Partitioning own = output.partition();
        Partitioning whole = pipeline.partitioning();
        if (own != null && own.lookback() > 0) {
            report(path + ".partition.lookback", own.lookback(), "must stand at the partition of the pipeline");
        } else if (own != null && whole.lookback() > 0 && own.grain() != whole.grain()) {
            report(
                    path + ".partition.grain",
                    Scalars.name(own.grain()),
                    "must be the pipeline's, " + Scalars.name(whole.grain())
                            + ", where it has a lookback: one period is opened again alone");
        }
        if (output.retention() != null && pipeline.partitioning(output).grain() == Grain.NONE) {
            report(path + ".retention", output.retention(), "must be left out: the table has no partitions");
        }
    }

    private void report(String path, Object value, String range) {
        if (!problems.failed(path)) {
            problems.add(path, origins.of(path), "Invalid " + path + ": " + value + " (" + range + ")");
        }
    }
}
