/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import dev.saltern.quality.dqdl.Parameter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.StructField;

/**
 * {@code ColumnNamesMatchPattern "[a-z_]+"}: the whole name of every top-level column matches the Java regular expression. No
 * row is read. The observed number is the share of names in [0, 1] that match; a table without columns has none, and holds.
 */
final class ColumnNamesMatchPattern implements RuleSemantics {
    @Override
    public Optional<Check> compile(FiledRule filed, List<StructField> fields, Column applies, Scope scope) {
        Parameter regex = filed.rule().parameters().get(0);
        Pattern pattern;
        try {
            pattern = Pattern.compile(regex.text());
        } catch (PatternSyntaxException e) {
            String reason = e.getDescription();
            scope.problem(regex.span(), "Invalid regular expression: " + regex.text() + " (" + reason + ")");
            return Optional.empty();
        }
        int all = scope.names().size();
        long matching = scope.names().stream()
                .filter(name -> pattern.matcher(name).matches())
                .count();
        Double share = all == 0 ? null : (double) matching / all;
        String metric = MetricName.table("ColumnNamesPatternMatchRatio");
        String required = "every name to match " + regex.span().text();
        Verdict verdict = tally -> new Verdict.Judgement(share, matching == all);
        Claim claim = new Claim(filed, metric, required, applies, verdict);
        return Optional.of(new Check.OnSchema(claim, Tally.number(share, 0)));
    }
}
