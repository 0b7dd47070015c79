/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rules joined by {@code and} or {@code or}, each judged on its own as a whole: the way that AWS Glue calls COLUMN, and its
 * default.
 */
final class Parts {
    private Parts() {}

    static RuleResult result(Check.OnParts check, List<RuleResult> parts, long totalRows) {
        boolean passed = check.all()
                ? parts.stream().allMatch(part -> part.outcome() == Outcome.PASSED)
                : parts.stream().anyMatch(part -> part.outcome() == Outcome.PASSED);
        FiledRule filed = check.claim().filed();
        // Bad rows of the parts may be the same ones, so only the most of any part is certain.
        long bad =
                passed ? 0 : parts.stream().mapToLong(RuleResult::badRows).max().orElse(0);
        return new RuleResult(
                filed.id(),
                filed.action(),
                passed ? Outcome.PASSED : Outcome.FAILED,
                parts.stream().map(RuleResult::columns).distinct().collect(Collectors.joining(", ")),
                parts.stream().map(RuleResult::metric).distinct().collect(Collectors.joining(", ")),
                observed(parts),
                parts.stream().map(RuleResult::required).collect(Collectors.joining(check.all() ? " and " : " or ")),
                bad,
                totalRows,
                passed
                        ? List.of()
                        : parts.stream()
                                .filter(part -> part.outcome() == Outcome.FAILED)
                                .flatMap(part -> part.examples().stream())
                                .distinct()
                                .limit(3)
                                .toList(),
                ProvenBy.PARTS);
    }

    /** Parts that observe one metric observe one number; several metrics have no number in common. */
    private static @Nullable Double observed(List<RuleResult> parts) {
        boolean one = parts.stream().map(RuleResult::metric).distinct().count() == 1;
        return one ? parts.get(0).observed() : null;
    }
}
