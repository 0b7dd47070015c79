/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import dev.saltern.quality.dqdl.Condition;
import dev.saltern.quality.dqdl.Parameter;
import dev.saltern.quality.dqdl.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * {@code DatasetMatch "reference" "id->ref_id" "amount->value" >= 0.9}: the share of rows in [0, 1] that equal the row of another
 * table with the same key, in the mapped columns; without a mapping in all columns that are not keys, which the other table must
 * have under the same names. Two NULL values are equal, and two NaN. Fails where there is no row to judge.
 *
 * <p>The key must be a primary key on both sides: a row whose key is NULL in part, or occurs more than once in either table,
 * equals no row. (AWS Glue gives up on such tables.) Shuffles both tables by the key.
 */
final class DatasetMatch implements RuleSemantics {
    @Override
    public Optional<Check> compile(FiledRule filed, List<StructField> fields, Column applies, Scope scope) {
        Rule rule = filed.rule();
        Condition condition = Objects.requireNonNull(rule.condition());
        Parameter dataset = rule.parameters().get(0);
        Optional<StructType> other = OtherData.schema(dataset.text(), dataset.span(), scope);
        if (other.isEmpty()) {
            return Optional.empty();
        }
        List<Pair> keys = mapped(rule.parameters().get(1));
        List<Pair> values =
                rule.parameters().size() > 2 ? mapped(rule.parameters().get(2)) : rest(scope.schema(), keys);
        boolean valid = true;
        for (Pair pair :
                java.util.stream.Stream.concat(keys.stream(), values.stream()).toList()) {
            valid &= isValid(pair, dataset, other.get(), scope);
        }
        if (!valid) {
            return Optional.empty();
        }
        Claim claim = new Claim(
                filed,
                MetricName.dataset(dataset.text(), "DatasetMatch"),
                condition.text(),
                applies,
                Verdict.share(condition));
        RowMatching matching = new RowMatching(dataset.text(), keys, values);
        return Optional.of(new Check.OnData(claim, ProvenBy.OTHER_DATA, matching));
    }

    private static boolean isValid(Pair pair, Parameter dataset, StructType other, Scope scope) {
        Optional<StructField> own = scope.field(pair.own(), dataset.span());
        Optional<StructField> field = OtherData.field(dataset.text(), other, pair.other(), dataset.span(), scope);
        return own.isPresent()
                && field.isPresent()
                && OtherData.comparable(own.get(), dataset.text(), field.get(), dataset.span(), scope);
    }

    /** A column, and the one of the other table that belongs to it. */
    record Pair(String own, String other) {}

    private static List<Pair> mapped(Parameter parameter) {
        List<Pair> pairs = new ArrayList<>();
        for (String text : parameter.text().split(",", -1)) {
            int arrow = text.indexOf("->");
            pairs.add(
                    arrow < 0
                            ? new Pair(text.strip(), text.strip())
                            : new Pair(
                                    text.substring(0, arrow).strip(),
                                    text.substring(arrow + 2).strip()));
        }
        return pairs;
    }

    private static List<Pair> rest(StructType own, List<Pair> keys) {
        return Arrays.stream(own.fieldNames())
                .filter(name -> keys.stream().noneMatch(key -> key.own().equals(name)))
                .map(name -> new Pair(name, name))
                .toList();
    }
}
