/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import dev.saltern.quality.dqdl.Condition;
import dev.saltern.quality.dqdl.Rule;
import dev.saltern.quality.dqdl.Value;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import org.jspecify.annotations.Nullable;

/**
 * Compiles a rule with {@code last()} or {@code now()} in it: first its values become literals, then it is a rule like any
 * other. Its id stays the text as written, and {@link RuleResult#required} says both that and the literals.
 *
 * <p>The history is that of the metric which the rule itself observes; under {@code where} it is kept by the text of the rule,
 * since the metric of Glue does not say {@code where}. Where no number comes out, that is by a division by zero, an index at
 * which there is no run, or a range whose ends come out the wrong way round, the rule fails and says so: it observes its metric
 * as ever, and no row is bad.
 */
final class DynamicRule {
    private static final MathContext SHOWN = new MathContext(12);
    private static final Value ZERO = new Value.NumberValue(BigDecimal.ZERO);
    private static final Value ONE = new Value.NumberValue(BigDecimal.ONE);

    private final FiledRule filed;
    private final Rule rule;
    private final List<StructField> fields;
    private final Column applies;
    private final RuleSemantics semantics;

    private DynamicRule(FiledRule filed, List<StructField> fields, Column applies, RuleSemantics semantics) {
        this.filed = filed;
        this.rule = filed.rule();
        this.fields = fields;
        this.applies = applies;
        this.semantics = semantics;
    }

    /** Compiles a rule whose columns exist, with literals for what depends on the time and on earlier runs. */
    static Optional<Check> compile(
            RuleSemantics semantics, FiledRule filed, List<StructField> fields, Column applies, Scope scope) {
        Rule rule = filed.rule();
        boolean open = Stream.of(Optional.ofNullable(rule.condition()), Optional.ofNullable(rule.threshold()))
                .flatMap(Optional::stream)
                .anyMatch(condition -> condition.values().stream()
                        .anyMatch(value -> value instanceof Value.DynamicValue || isOpen(value, fields)));
        return open
                ? new DynamicRule(filed, fields, applies, semantics).compile(scope)
                : semantics.compile(filed, fields, applies, scope);
    }

    /** Whether the value is a time that a column is compared with; the time of a file is compared as it is. */
    private static boolean isOpen(Value value, List<StructField> fields) {
        return value instanceof Value.NowValue && !fields.isEmpty();
    }

    private Optional<Check> compile(Scope scope) {
        UnaryOperator<Value> timed = value -> isOpen(value, fields)
                ? Moment.of(
                        (Value.NowValue) value,
                        fields.get(0).dataType(),
                        scope.setting().now())
                : value;
        Scope apart = scope.apart();
        Optional<Check> tried = compile(condition -> placeholder(condition.map(timed)), apart);
        if (tried.isEmpty()) {
            return refused(scope, apart);
        }
        String metric = tried.get().claim().historyName();
        EarlierRuns runs = new EarlierRuns(scope.setting().history().observations(metric));
        try {
            UnaryOperator<Value> literal = value -> value instanceof Value.DynamicValue dynamic
                    ? new Value.NumberValue(runs.number(dynamic.expression()))
                    : timed.apply(value);
            Literals literals =
                    new Literals(ascending(rule.condition(), literal), ascending(rule.threshold(), literal));
            return compile(literals, scope);
        } catch (ArithmeticException e) {
            return Optional.of(failing(tried.get(), String.valueOf(e.getMessage())));
        }
    }

    /** The condition and the threshold with literals only. */
    private record Literals(
            @Nullable Condition condition, @Nullable Condition threshold) {}

    private Optional<Check> compile(Literals literals, Scope scope) {
        Optional<Check> check = compile(
                condition -> Objects.requireNonNull(
                        condition.equals(rule.condition()) ? literals.condition() : literals.threshold()),
                scope);
        return check.map(compiled -> {
            String required = compiled.claim().required();
            if (rule.condition() != null && literals.condition() != null) {
                required = shown(required, false, rule.condition(), literals.condition());
            }
            if (rule.threshold() != null && literals.threshold() != null) {
                required = shown(required, true, rule.threshold(), literals.threshold());
            }
            return compiled.with(claim(compiled, required, compiled.claim().verdict()));
        });
    }

    private Optional<Check> compile(UnaryOperator<Condition> replace, Scope scope) {
        Condition condition = rule.condition();
        Condition threshold = rule.threshold();
        Rule literal = new Rule(
                rule.type(),
                rule.parameters(),
                condition == null ? null : replace.apply(condition),
                threshold == null ? null : replace.apply(threshold),
                rule.where(),
                rule.tags(),
                rule.labels(),
                rule.text(),
                rule.span(),
                rule.parts());
        return semantics.compile(filed.part(literal), fields, applies, scope);
    }

    /** Reports what is wrong whatever the history says, with the rule as the user wrote it. */
    private Optional<Check> refused(Scope scope, Scope apart) {
        int before = scope.problems().size();
        semantics.compile(filed, fields, applies, scope);
        if (scope.problems().size() == before) {
            apart.problems().forEach(problem -> scope.problem(rule.span(), problem.message()));
        }
        return Optional.empty();
    }

    private static Condition placeholder(Condition condition) {
        boolean dynamic = condition.values().stream().anyMatch(Value.DynamicValue.class::isInstance);
        return dynamic && condition instanceof Condition.Between between
                ? new Condition.Between(ZERO, ONE, between.negated())
                : condition.map(value -> value instanceof Value.DynamicValue ? ZERO : value);
    }

    private static @Nullable Condition ascending(@Nullable Condition condition, UnaryOperator<Value> literal) {
        Condition mapped = condition == null ? null : condition.map(literal);
        if (mapped instanceof Condition.Between between
                && !mapped.equals(condition)
                && between.low() instanceof Value.NumberValue low
                && between.high() instanceof Value.NumberValue high
                && low.number().compareTo(high.number()) >= 0) {
            throw new ArithmeticException("the range from " + text(low) + " to " + text(high) + " is empty");
        }
        return mapped;
    }

    private Check failing(Check tried, String problem) {
        Condition condition = rule.condition();
        Condition threshold = rule.threshold();
        String required = Stream.of(Optional.ofNullable(condition), Optional.ofNullable(threshold))
                .flatMap(Optional::stream)
                .map(Condition::text)
                .collect(Collectors.joining(" with threshold ", "", " (no number: " + problem + ")"));
        Verdict inner = tried.claim().verdict();
        Claim claim = claim(
                tried,
                required,
                tally -> new Verdict.Judgement(inner.judge(tally).observed(), false));
        return tried instanceof Check.OnRow row
                ? new Check.OnRow(claim, functions.lit(false), row.reason(), row.witness())
                : tried.with(claim);
    }

    private Claim claim(Check check, String required, Verdict verdict) {
        return new Claim(filed, check.claim().metric(), required, check.claim().applies(), verdict);
    }

    private static String shown(String required, boolean last, Condition written, Condition literal) {
        String text = literal.text();
        int at = last ? required.lastIndexOf(text) : required.indexOf(text);
        if (at < 0 || written.equals(literal)) {
            return required;
        }
        String values = Stream.iterate(0, i -> i < written.values().size(), i -> i + 1)
                .filter(i -> !written.values().get(i).equals(literal.values().get(i)))
                .map(i -> text(literal.values().get(i)))
                .collect(Collectors.joining(", "));
        return required.substring(0, at) + written.text() + " (= " + values + ")"
                + required.substring(at + text.length());
    }

    private static String text(Value value) {
        if (value instanceof Value.NumberValue number) {
            return number.number().round(SHOWN).stripTrailingZeros().toPlainString();
        }
        if (value instanceof Value.DateValue date) {
            return date.date().toString();
        }
        return value instanceof Value.TextValue text ? text.string() : value.text();
    }
}
