/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import dev.saltern.quality.dqdl.Condition;
import dev.saltern.quality.dqdl.NearestName;
import dev.saltern.quality.dqdl.Operator;
import dev.saltern.quality.dqdl.Rule;
import dev.saltern.quality.dqdl.Span;
import dev.saltern.quality.dqdl.Value;
import dev.saltern.quality.internal.Spark;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.expressions.Cast;
import org.apache.spark.sql.catalyst.expressions.EvalMode;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import scala.Option;

/**
 * {@code ColumnDataType "a" = "INTEGER"}: every value, or with a threshold a share of them in [0, 1], can be cast to the type as
 * Spark casts outside of ANSI mode, whatever the mode of the session: {@code "1.5"} is an INTEGER, cut to 1. A number that does
 * not fit into the type cannot be cast. NULL fails {@code =} and {@code in} and passes {@code !=} and {@code not in}. Without a
 * threshold the rule holds on an empty table; with one it fails there.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/dqdl-rule-types-ColumnDataType.html">ColumnDataType</a>
 */
final class ColumnDataType implements RuleSemantics {
    private static final Map<String, DataType> TYPES = new TreeMap<>(Map.of(
            "BOOLEAN", DataTypes.BooleanType,
            "DATE", DataTypes.DateType,
            "TIMESTAMP", DataTypes.TimestampType,
            "INTEGER", DataTypes.IntegerType,
            "DOUBLE", DataTypes.DoubleType,
            "FLOAT", DataTypes.FloatType,
            "LONG", DataTypes.LongType));

    @Override
    public Optional<Check> compile(FiledRule filed, List<StructField> fields, Column applies, Scope scope) {
        Rule rule = filed.rule();
        StructField field = fields.get(0);
        Condition condition = Objects.requireNonNull(rule.condition());
        List<Column> casts = new ArrayList<>();
        for (Value value : condition.values()) {
            cast(field, ((Value.TextValue) value).string(), rule, scope).ifPresent(casts::add);
        }
        if (casts.size() < condition.values().size()) {
            return Optional.empty();
        }
        Column readable = casts.stream().reduce(Column::or).orElseThrow();
        Column broken = isNegated(condition) ? readable : functions.not(readable);
        Condition threshold = rule.threshold();
        String required = condition.text() + (threshold == null ? "" : " with threshold " + threshold.text());
        Verdict verdict = threshold == null ? Verdict.everyRow() : Verdict.share(threshold);
        String metric = MetricName.of(field.name(), "ColumnDataType.Compliance");
        Claim claim = new Claim(filed, metric, required, applies, verdict);
        Column reason = ColumnText.sentence(field, " (type must " + condition.demand() + ")");
        return Optional.of(new Check.OnRow(claim, applies.and(broken), reason, Check.Witness.VALUES));
    }

    private static boolean isNegated(Condition condition) {
        return condition instanceof Condition.Comparison comparison
                ? comparison.operator() == Operator.NOT_EQUAL
                : ((Condition.In) condition).negated();
    }

    private static Optional<Column> cast(StructField field, String name, Rule rule, Scope scope) {
        Span at = Objects.requireNonNull(rule.parts().condition());
        DataType type = TYPES.get(name.toUpperCase(Locale.ROOT));
        if (type == null) {
            scope.problem(at, "Invalid type: " + name + " " + NearestName.hint(name, TYPES.keySet()));
            return Optional.empty();
        }
        boolean text = field.dataType() instanceof StringType;
        if (!text && !Cast.canTryCast(field.dataType(), type)) {
            scope.problem(
                    at,
                    "Cannot read " + field.name() + " as " + name + ": the column is "
                            + field.dataType().simpleString());
            return Optional.empty();
        }
        Column value = ColumnText.column(field.name());
        var mode = text ? EvalMode.LEGACY() : EvalMode.TRY();
        return Optional.of(Spark.column(new Cast(Spark.expression(value), type, Option.empty(), mode))
                .isNotNull());
    }
}
