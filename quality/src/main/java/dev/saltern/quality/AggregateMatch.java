/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import dev.saltern.quality.dqdl.Condition;
import dev.saltern.quality.dqdl.Parameter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * {@code AggregateMatch "sum(a)" "sum(ref.b)" > 0.9}: the first aggregate divided by the second, each of the checked table or of
 * another: avg, sum, min or max of numbers, or the count of values that are not NULL. NULL is passed over. Two zeros have the
 * ratio 1; where an aggregate is missing or only the second is zero there is no number, and the rule fails.
 */
final class AggregateMatch implements RuleSemantics {
    private static final Pattern CALL = Pattern.compile("(?i)\\s*(avg|sum|min|max|count)\\s*\\(\\s*(.+?)\\s*\\)\\s*");

    /** An aggregate of one column; of the checked table where the name of the other is null. */
    private record Side(@Nullable String dataset, String column, String function) {
        @Nullable
        Double of(Dataset<Row> rows, Evidence evidence) {
            Dataset<Row> own = dataset == null ? rows : evidence.dataset(dataset);
            Column column = ColumnText.column(this.column);
            Column number = switch (function) {
                case "avg" -> functions.avg(column);
                case "sum" -> functions.sum(column);
                case "min" -> functions.min(column);
                case "max" -> functions.max(column);
                default -> functions.count(column);
            };
            Row found = Described.run(
                    own.sparkSession().sparkContext(),
                    "quality: " + function + " of " + (dataset == null ? "" : dataset + ".") + this.column,
                    () -> own.agg(number.cast("double")).head());
            return found.isNullAt(0) ? null : (Double) found.getDouble(0);
        }
    }

    @Override
    public Optional<Check> compile(FiledRule filed, List<StructField> fields, Column applies, Scope scope) {
        Condition condition = Objects.requireNonNull(filed.rule().condition());
        List<Parameter> parameters = filed.rule().parameters();
        Optional<Side> first = side(parameters.get(0), scope);
        Optional<Side> second = side(parameters.get(1), scope);
        if (first.isEmpty() || second.isEmpty()) {
            return Optional.empty();
        }
        Side one = first.get();
        Side two = second.get();
        String columns = one.column().equals(two.column()) ? one.column() : one.column() + "," + two.column();
        Claim claim = new Claim(
                filed, MetricName.of(columns, "AggregateMatch"), condition.text(), applies, Verdict.number(condition));
        Measurement measurement = (rows, evidence) ->
                Finding.of(Tally.number(Ratio.of(one.of(rows, evidence), two.of(rows, evidence)), 0));
        return Optional.of(new Check.OnData(claim, ProvenBy.OTHER_DATA, measurement));
    }

    private static Optional<Side> side(Parameter parameter, Scope scope) {
        Matcher call = CALL.matcher(parameter.text());
        if (!call.matches()) {
            scope.problem(
                    parameter.span(),
                    "Invalid aggregate: " + parameter.text()
                            + " (must be avg, sum, min, max or count of a column, such as sum(ref.amount))");
            return Optional.empty();
        }
        String function = call.group(1).toLowerCase(Locale.ROOT);
        String name = call.group(2);
        boolean own = List.of(scope.schema().fieldNames()).contains(name) || name.indexOf('.') < 0;
        Optional<StructField> field;
        @Nullable String dataset = null;
        if (own) {
            field = scope.field(name, parameter.span());
        } else {
            dataset = OtherData.prefix(name, scope);
            String column = name.substring(dataset.length() + 1);
            String of = dataset;
            Optional<StructType> schema = OtherData.schema(dataset, parameter.span(), scope);
            field = schema.flatMap(columns -> OtherData.field(of, columns, column, parameter.span(), scope));
        }
        if (field.isPresent() && !function.equals("count") && !(field.get().dataType() instanceof NumericType)) {
            scope.problem(
                    parameter.span(),
                    "Cannot compute " + parameter.text() + ": the column is "
                            + field.get().dataType().simpleString() + " and must be a number");
            return Optional.empty();
        }
        String of = dataset;
        return field.map(found -> new Side(of, found.name(), function));
    }
}
