/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.submit.render.NamedQuery;
import dev.saltern.submit.render.TableViews;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Views of the tables as a plan says that they will be: what columns a step has is known to Spark alone. */
final class PlannedViews {
    private PlannedViews() {}

    /** Returns the views, or none without a plan. */
    static List<NamedQuery> of(@Nullable Path plan, String database) {
        if (plan == null) {
            return List.of();
        }
        try {
            return TableViews.of(new ObjectMapper().readTree(plan.toFile()), database);
        } catch (IOException | IllegalArgumentException e) {
            throw new SalternException(
                    ExitCode.USAGE,
                    "Cannot read --plan " + plan + ": " + e.getMessage()
                            + ". Make it with saltern plan PIPELINE --date DATE --json",
                    e);
        }
    }
}
