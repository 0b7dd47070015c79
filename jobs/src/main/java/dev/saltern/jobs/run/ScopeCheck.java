/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.run;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.Grain;
import dev.saltern.conf.Output;
import dev.saltern.conf.SalternException;
import dev.saltern.conf.Scope;
import dev.saltern.jobs.plan.PipelinePlan;
import java.util.Locale;
import java.util.Map;

/** Refuses a run that would replace a partition by a part of it. */
public final class ScopeCheck {
    private ScopeCheck() {}

    /**
     * Passes if the scope covers whole partitions of every output.
     *
     * @throws SalternException with {@link ExitCode#USAGE} that names the scope to ask for
     */
    public static void requireWholePartitions(PipelinePlan plan, Scope scope) {
        for (Map.Entry<String, Output> output : plan.pipeline().outputs().entrySet()) {
            Grain grain = plan.pipeline().partitioning(output.getValue()).grain();
            if (!scope.coversWhole(grain)) {
                Scope whole = scope.widenedTo(grain);
                throw new SalternException(
                        ExitCode.USAGE,
                        "Cannot run " + plan.pipeline().name() + " for " + scope + ": " + output.getKey()
                                + " holds one " + grain.name().toLowerCase(Locale.ROOT)
                                + " per partition, and a part of it would replace the whole. Use --from " + whole.from()
                                + " --to " + whole.to());
            }
        }
    }
}
