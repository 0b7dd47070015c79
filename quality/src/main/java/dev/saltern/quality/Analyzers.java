/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import dev.saltern.quality.dqdl.Analyzer;
import dev.saltern.quality.dqdl.Condition;
import dev.saltern.quality.dqdl.Operator;
import dev.saltern.quality.dqdl.Parameter;
import dev.saltern.quality.dqdl.Rule;
import dev.saltern.quality.dqdl.RuleType;
import dev.saltern.quality.dqdl.Span;
import dev.saltern.quality.dqdl.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;

/**
 * Compiles what is observed without a claim about it. A rule type observes what the rule would, in the same lane.
 * ColumnValues observes the least and the greatest number ({@code Column.x.Minimum}, {@code Column.x.Maximum}), ColumnLength the
 * least and the greatest length in characters ({@code MinimumLength}, {@code MaximumLength}). AllStatistics observes
 * RowCount, Completeness and Uniqueness, and for numbers and strings these as well.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/dqdl-rule-types.html">DQDL rule types, reported metrics</a>
 */
final class Analyzers {
    private static final Condition ANY =
            new Condition.Comparison(Operator.GREATER_OR_EQUAL, new Value.NumberValue(BigDecimal.ZERO));

    private final Scope scope;

    Analyzers(Scope scope) {
        this.scope = scope;
    }

    /** Returns the checks that observe what the analyzers name; what is wrong with an analyzer stands in the scope. */
    List<Check> compile(List<Analyzer> analyzers) {
        return analyzers.stream()
                .flatMap(analyzer -> {
                    Rule rule = rule(analyzer.type(), analyzer.parameters(), analyzer.text(), analyzer.span());
                    return compile(new FiledRule(Action.WARN, rule), analyzer.type(), analyzer.parameters()).stream();
                })
                .toList();
    }

    /** Returns the checks that observe what a type says about columns; none when something is wrong. */
    List<Check> compile(FiledRule filed, RuleType type, List<Parameter> parameters) {
        List<StructField> fields = new ArrayList<>();
        for (Parameter parameter : parameters) {
            scope.field(parameter.text(), parameter.span()).ifPresent(fields::add);
        }
        if (fields.size() < parameters.size()) {
            return List.of();
        }
        return switch (type) {
            case COLUMN_VALUES -> values(filed, fields.get(0));
            case COLUMN_LENGTH -> lengths(filed, fields.get(0));
            case ALL_STATISTICS -> all(filed, fields.get(0), parameters);
            default -> single(filed, type, fields, parameters).stream().toList();
        };
    }

    private Optional<Check> single(
            FiledRule filed, RuleType type, List<StructField> fields, List<Parameter> parameters) {
        RuleSemantics semantics = RuleSemantics.ALL.get(type);
        Span at = filed.statement().span();
        if (semantics == null) {
            scope.problem(at, "Cannot observe " + type.label() + ": the rule type is not supported");
            return Optional.empty();
        }
        FiledRule alone = filed.part(rule(type, parameters, filed.id(), at));
        return semantics.compile(alone, fields, functions.lit(true), scope);
    }

    private List<Check> all(FiledRule filed, StructField field, List<Parameter> parameters) {
        Stream<Check> every = Stream.of(
                        single(filed, RuleType.ROW_COUNT, List.of(), List.of()),
                        single(filed, RuleType.COMPLETENESS, List.of(field), parameters),
                        RuleSemantics.ALL.containsKey(RuleType.UNIQUENESS)
                                ? single(filed, RuleType.UNIQUENESS, List.of(field), parameters)
                                : Optional.<Check>empty())
                .flatMap(Optional::stream);
        List<Check> more = List.of();
        if (field.dataType() instanceof NumericType) {
            more = values(filed, field);
        } else if (field.dataType() instanceof StringType) {
            more = lengths(filed, field);
        }
        return Stream.concat(every, more.stream()).toList();
    }

    private List<Check> values(FiledRule filed, StructField field) {
        return isOf(filed, field, field.dataType() instanceof NumericType, "a number")
                ? List.of(Extreme.VALUE_MIN.check(filed, field), Extreme.VALUE_MAX.check(filed, field))
                : List.of();
    }

    private List<Check> lengths(FiledRule filed, StructField field) {
        return isOf(filed, field, field.dataType() instanceof StringType, "string")
                ? List.of(Extreme.LENGTH_MIN.check(filed, field), Extreme.LENGTH_MAX.check(filed, field))
                : List.of();
    }

    private boolean isOf(FiledRule filed, StructField field, boolean fits, String kind) {
        if (!fits) {
            scope.problem(
                    filed.statement().span(),
                    "Cannot observe " + filed.id() + ": the column is "
                            + field.dataType().simpleString() + " and must be " + kind);
        }
        return fits;
    }

    private static Rule rule(RuleType type, List<Parameter> parameters, String text, Span span) {
        List<Span> places = parameters.stream().map(Parameter::span).toList();
        return new Rule(
                type,
                parameters,
                ANY,
                null,
                null,
                Map.of(),
                Map.of(),
                text,
                span,
                new Rule.Parts(places, null, null, null));
    }
}
