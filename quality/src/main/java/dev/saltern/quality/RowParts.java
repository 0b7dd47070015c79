/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import dev.saltern.quality.dqdl.Lane;
import dev.saltern.quality.dqdl.Rule;
import dev.saltern.quality.dqdl.RuleType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/**
 * Rules joined by {@code and} or {@code or} on each row: a row breaks {@code and} when it breaks any of them, and {@code or}
 * when it breaks all. A row outside the {@code where} of a rule does not break that rule.
 */
final class RowParts {
    private RowParts() {}

    static Optional<Check> join(Claim claim, boolean all, List<Check> parts, Scope scope) {
        List<Column> broken = new ArrayList<>();
        List<Column> reasons = new ArrayList<>();
        for (Check part : parts) {
            if (!(part instanceof Check.OnRow row) || isShare(part)) {
                scope.problem(
                        part.claim().filed().statement().span(),
                        "Cannot judge " + part.claim().filed().id() + " by row: it is a claim about the whole table");
                return Optional.empty();
            }
            broken.add(row.broken());
            reasons.add(functions.when(row.broken(), row.reason()));
        }
        Column joined = broken.stream().reduce(all ? Column::or : Column::and).orElseThrow();
        Column reason = functions.concat_ws("; ", reasons.toArray(Column[]::new));
        Claim rows = new Claim(
                claim.filed(), MetricName.table("Rows.Compliance"), claim.required(), claim.applies(), claim.verdict());
        return Optional.of(new Check.OnRow(rows, joined, reason, Check.Witness.VALUES));
    }

    /** Whether the part is about a share of rows, though single rows make it up. */
    private static boolean isShare(Check part) {
        return part.claim().filed().statement() instanceof Rule rule
                && (rule.threshold() != null
                        || rule.type() == RuleType.COMPLETENESS
                        || rule.type().lane() != Lane.ROW);
    }
}
