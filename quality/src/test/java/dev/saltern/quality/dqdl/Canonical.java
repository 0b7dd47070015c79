/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.dqdl;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.glue.dqdl.exception.InvalidDataQualityRulesetException;
import software.amazon.glue.dqdl.model.DQRule;
import software.amazon.glue.dqdl.model.DQRuleset;
import software.amazon.glue.dqdl.model.condition.date.DateBasedCondition;
import software.amazon.glue.dqdl.model.condition.date.DateExpression;
import software.amazon.glue.dqdl.model.condition.duration.DurationBasedCondition;
import software.amazon.glue.dqdl.model.condition.number.NumberBasedCondition;
import software.amazon.glue.dqdl.model.condition.size.SizeBasedCondition;
import software.amazon.glue.dqdl.model.condition.string.QuotedStringOperand;
import software.amazon.glue.dqdl.model.condition.string.StringBasedCondition;
import software.amazon.glue.dqdl.parser.DQDLParser;

/** Both models, ours and that of AWS Glue, in the same words: type, parameters, operator, operands, clauses. */
final class Canonical {
    private static final Map<String, String> OPERATORS = Map.ofEntries(
            Map.entry("EQUALS", "="),
            Map.entry("NOT_EQUALS", "!="),
            Map.entry("GREATER_THAN", ">"),
            Map.entry("GREATER_THAN_EQUAL_TO", ">="),
            Map.entry("LESS_THAN", "<"),
            Map.entry("LESS_THAN_EQUAL_TO", "<="),
            Map.entry("BETWEEN", "between"),
            Map.entry("NOT_BETWEEN", "not between"),
            Map.entry("IN", "in"),
            Map.entry("NOT_IN", "not in"),
            Map.entry("MATCHES", "matches"),
            Map.entry("NOT_MATCHES", "not matches"));
    private static final Pattern TIME = Pattern.compile("\"([0-9]{1,2}):([0-9]{2}) (AM|PM)\"");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    private Canonical() {}

    static DQRuleset oracle(String text) throws InvalidDataQualityRulesetException {
        return new DQDLParser().parse(text);
    }

    static List<String> oracleRules(String text) throws InvalidDataQualityRulesetException {
        return oracle(text).getRules().stream().map(Canonical::of).toList();
    }

    static List<String> ourRules(String text) {
        return Dqdl.parse(text, "f", 1, 1).rules().stream().map(Canonical::of).toList();
    }

    static int leaves(DQRule rule) {
        return isComposite(rule)
                ? rule.getNestedRules().stream().mapToInt(Canonical::leaves).sum()
                : 1;
    }

    static String of(Statement statement) {
        if (statement instanceof Composite composite) {
            return flat(composite)
                    .map(Canonical::of)
                    .collect(Collectors.joining("; ", composite.connective() + "{", "}"));
        }
        Rule rule = (Rule) statement;
        Map<String, String> tags = new TreeMap<>();
        rule.tags().forEach((name, condition) -> tags.put(name, tag(condition)));
        return rule.type().label()
                + rule.parameters().stream().map(Parameter::text).toList()
                + of(rule.condition())
                + " threshold" + of(rule.threshold())
                + " where " + rule.where()
                + " with " + tags;
    }

    private static Stream<Statement> flat(Composite composite) {
        return composite.parts().stream()
                .flatMap(part -> part instanceof Composite inner && inner.connective() == composite.connective()
                        ? flat(inner)
                        : Stream.of(part));
    }

    private static String tag(Condition condition) {
        Value value = condition.values().get(0);
        return value instanceof Value.TextValue text ? text.string() : value.text();
    }

    private static String of(@Nullable Condition condition) {
        if (condition == null) {
            return " -";
        }
        if (condition instanceof Condition.Matches matches) {
            return " " + (matches.negated() ? "not " : "") + "matches [" + Quotes.quote(matches.regex()) + "]";
        }
        List<String> operands = condition.values().stream()
                .map(Value::text)
                .map(Canonical::operand)
                .toList();
        return " " + operator(condition) + " " + operands;
    }

    private static String operator(Condition condition) {
        if (condition instanceof Condition.Comparison comparison) {
            return comparison.operator().symbol();
        }
        if (condition instanceof Condition.Between between) {
            return (between.negated() ? "not " : "") + "between";
        }
        return (((Condition.In) condition).negated() ? "not " : "") + "in";
    }

    static String of(DQRule rule) {
        if (isComposite(rule)) {
            return flat(rule).map(Canonical::of).collect(Collectors.joining("; ", rule.getOperator() + "{", "}"));
        }
        return rule.getRuleType()
                + new ArrayList<>(rule.getParameters().values())
                + of(rule.getCondition())
                + " threshold" + of(rule.getThresholdCondition())
                + " where " + rule.getWhereClause()
                + " with " + new TreeMap<>(rule.getTags());
    }

    private static boolean isComposite(DQRule rule) {
        return rule.getRuleType().equals("Composite");
    }

    private static Stream<DQRule> flat(DQRule composite) {
        return composite.getNestedRules().stream()
                .flatMap(part -> isComposite(part) && part.getOperator() == composite.getOperator()
                        ? flat(part)
                        : Stream.of(part));
    }

    private static String of(software.amazon.glue.dqdl.model.condition.@Nullable Condition condition) {
        if (condition instanceof NumberBasedCondition number) {
            return of(number.getOperator(), number.getOperands(), operand -> operand.getOperand());
        }
        if (condition instanceof StringBasedCondition string) {
            return of(
                    string.getOperator(),
                    string.getOperands(),
                    operand -> operand instanceof QuotedStringOperand
                            ? Quotes.quote(Quotes.unquote(operand.getOperand()))
                            : operand.getOperand());
        }
        if (condition instanceof DateBasedCondition date) {
            return of(date.getOperator(), date.getOperands(), DateExpression::getFormattedExpression);
        }
        if (condition instanceof DurationBasedCondition duration) {
            return of(duration.getOperator(), duration.getOperands(), operand -> operand.getFormattedDuration());
        }
        if (condition instanceof SizeBasedCondition size) {
            return of(size.getOperator(), size.getOperands(), operand -> operand.getFormattedSize());
        }
        return " -";
    }

    private static <T> String of(Enum<?> operator, List<T> operands, Function<T, String> text) {
        return " " + OPERATORS.get(operator.name()) + " "
                + operands.stream().map(text).map(Canonical::operand).toList();
    }

    /** Times in 24 hours, numbers without leading zeros, expressions without blanks. */
    private static String operand(String text) {
        Matcher time = TIME.matcher(text);
        if (time.matches()) {
            int hour = Integer.parseInt(time.group(1)) % 12 + (time.group(3).equals("PM") ? 12 : 0);
            return "\"%02d:%s\"".formatted(hour, time.group(2));
        }
        if (NUMBER.matcher(text).matches()) {
            return new BigDecimal(text).toPlainString();
        }
        return text.startsWith("\"") ? text : text.replace(" ", "");
    }
}
