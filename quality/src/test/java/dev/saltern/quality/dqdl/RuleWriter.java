/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.dqdl;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Writes random rules that are correct, from the table of the rule types, in as many ways as the grammar allows. */
final class RuleWriter {
    private static final List<String> NAMES =
            List.of("\"a\"", "\"order id\"", "\"x-y.z\"", "\"Rules\"", "b_2", "\"and\"");
    private static final List<String> METRICS = List.of("\"RowCount\"", "RowCount");
    private static final List<String> FUNCTIONS = List.of("avg", "median", "min", "max", "sum", "std");

    private final Random random;
    private final boolean portable;

    /**
     * Starts a row of rules that the same seed repeats.
     *
     * @param portable whether the parser of AWS Glue must read them and agree
     */
    RuleWriter(long seed, boolean portable) {
        this.random = new Random(seed);
        this.portable = portable;
    }

    /** Returns a rule, or with some luck a composite, of at most so many rules. */
    Written statement(int maxRules) {
        if (maxRules < 2 || random.nextInt(4) > 0) {
            return new Written(rule(), 1);
        }
        Written left = statement(maxRules / 2);
        Written right = statement(maxRules / 2);
        String word = oneOf(List.of(" and ", " or ", " AND ", " OR ", "\n  and "));
        return new Written("(" + left.text() + ")" + word + "(" + right.text() + ")", left.rules() + right.rules());
    }

    /** A text and the number of rules in it. */
    record Written(String text, int rules) {}

    String rule() {
        RuleType type = oneOf(List.of(RuleType.values()));
        while (!type.isRule() || (portable && type.extension())) {
            type = oneOf(List.of(RuleType.values()));
        }
        StringBuilder text = new StringBuilder(type.label());
        int parameters = parameters(type, text);
        boolean required = !type.conditionOptional() || parameters < type.maxParameters();
        boolean wanted = type == RuleType.CUSTOM_SQL && random.nextBoolean();
        if (type.shape() != ConditionShape.NONE && (required || wanted)) {
            text.append(' ').append(condition(type.shape()));
        }
        if (type.takesWhere() && random.nextInt(3) == 0) {
            text.append(" where \"x > 1 and y = 'and, [(where'\"");
        }
        if (type.takesThreshold() && random.nextInt(3) == 0) {
            text.append(" with threshold ").append(condition(ConditionShape.NUMBER));
        }
        if (!type.tags().isEmpty() && random.nextInt(3) == 0) {
            text.append(" with ").append(oneOf(type.tags())).append(" = \"UTC\"");
        }
        if (!portable && random.nextInt(4) == 0) {
            text.append(" labels=[\"team\"=\"").append(random.nextInt(9)).append("\"]");
        }
        return text.toString();
    }

    private int parameters(RuleType type, StringBuilder text) {
        boolean single = portable && (type == RuleType.IS_UNIQUE || type == RuleType.UNIQUENESS);
        int most = type == RuleType.DETECT_ANOMALIES ? 1 : Math.min(type.maxParameters(), type.minParameters() + 2);
        int count = single ? 1 : type.minParameters() + random.nextInt(most - type.minParameters() + 1);
        for (int i = 0; i < count; i++) {
            String connector = oneOf(i == 0 ? List.of("", "", "of ") : List.of("", "", "of ", "and ", "AND "));
            text.append(' ').append(connector).append(parameter(type.kind(i)));
        }
        return count;
    }

    private String parameter(ParameterKind kind) {
        return switch (kind) {
            case COLUMN, COLUMN_NAME, DATASET -> oneOf(NAMES);
            case COLUMN_LIST -> "\"a,b\"";
            case REFERENCE -> "\"ref.{x,y}\"";
            case KEY_MAPPING -> "\"id->rid,k\"";
            case SQL -> "\"select count(*) from primary\"";
            case PATTERN -> "\"[a-z]+\"";
            case AGGREGATE -> "\"sum(a)\"";
            case PATH -> "\"s3://bucket/day/\"";
            case METRIC -> oneOf(METRICS);
        };
    }

    private String condition(ConditionShape shape) {
        return switch (shape) {
            case NUMBER -> ordered(() -> number(2));
            case TEXT -> unordered(this::string);
            case DURATION -> ordered(() -> random.nextInt(99) + " " + oneOf(DurationUnit.words()));
            case SIZE -> ordered(() -> random.nextInt(99) + " " + oneOf(SizeUnit.words()));
            case DATE -> ordered(this::moment);
            case VALUE ->
                switch (random.nextInt(4)) {
                    case 0 -> ordered(() -> number(1));
                    case 1 -> ordered(this::moment);
                    case 2 -> oneOf(List.of("matches ", "not matches ")) + "\"[a-z]{2},.*\"";
                    default -> unordered(() -> oneOf(List.of(string(), "NULL", "empty", "WHITESPACES_ONLY")));
                };
            case NONE -> "";
        };
    }

    private String ordered(Supplier<String> value) {
        return switch (random.nextInt(4)) {
            case 0 -> oneOf(List.of("between ", "not between ")) + value.get() + " and " + value.get();
            case 1 -> unordered(value);
            default -> oneOf(List.of(">", ">=", "<", "<=")) + " " + value.get();
        };
    }

    private String unordered(Supplier<String> value) {
        return random.nextBoolean()
                ? oneOf(List.of("= ", "!= ")) + value.get()
                : oneOf(List.of("in [", "not in [")) + value.get() + oneOf(List.of(",", ", ")) + value.get() + "]";
    }

    private String string() {
        return oneOf(List.of("\"x\"", "\"b ] , c\"", "\"# no comment\"", "\"(\""));
    }

    private String moment() {
        return oneOf(List.of(
                "now()", "(now() - 3 days)", "(now() + 14 minutes)", "\"2024-01-31\"", "\"9:30 PM\"", "\"21:45\""));
    }

    /** Numbers that stand alone, and sums of a number and a function, which no precedence can change. */
    private String number(int depth) {
        return switch (random.nextInt(depth > 0 ? 5 : 2)) {
            case 0 -> String.valueOf(random.nextInt(1000));
            case 1 -> oneOf(List.of("0.25", "-3", "-0.5", "17"));
            case 2 -> oneOf(FUNCTIONS) + "(last(" + (1 + random.nextInt(9)) + "))";
            case 3 -> "last() " + oneOf(List.of("+", "-", "*", "/")) + " " + number(0);
            default -> oneOf(List.of("last()", "abs(last() - 2)", "index(last(3), 1)"));
        };
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
