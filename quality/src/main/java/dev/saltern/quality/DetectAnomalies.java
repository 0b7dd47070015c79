/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import dev.saltern.quality.dqdl.Parameter;
import dev.saltern.quality.dqdl.Rule;
import dev.saltern.quality.dqdl.RuleType;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;

/**
 * {@code DetectAnomalies "Completeness" "a"}: the number that the named rule type observes is not far from what earlier runs
 * observed. It is found out in the lane of that type. ColumnValues and ColumnLength watch their least and their greatest number,
 * and both must hold. Without a number, as the completeness of no rows, the rule fails once there are enough earlier runs.
 *
 * @see Band
 */
final class DetectAnomalies implements RuleSemantics {
    @Override
    public Optional<Check> compile(FiledRule filed, List<StructField> fields, Column applies, Scope scope) {
        Rule rule = filed.rule();
        RuleType type = RuleType.find(rule.parameters().get(0).text()).orElseThrow();
        List<Parameter> columns = rule.parameters().subList(1, rule.parameters().size());
        List<Check> watched = new Analyzers(scope)
                .compile(filed, type, columns).stream()
                        .map(check -> banded(filed, check, scope.setting()))
                        .toList();
        if (watched.size() <= 1) {
            return watched.stream().findFirst();
        }
        Claim claim = new Claim(filed, "", rule.text(), functions.lit(true), Verdict.everyRow());
        return Optional.of(new Check.OnParts(claim, true, watched));
    }

    private static Check banded(FiledRule filed, Check check, RuleSetting setting) {
        Claim inner = check.claim();
        Band band = Band.of(setting.history().observations(inner.metric()), setting.day());
        Verdict verdict = tally -> {
            Double observed = inner.verdict().judge(tally).observed();
            return new Verdict.Judgement(observed, band.accepts(observed));
        };
        return check.with(new Claim(filed, inner.metric(), band.text(), inner.applies(), verdict));
    }
}
