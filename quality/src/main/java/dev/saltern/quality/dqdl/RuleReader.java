/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.dqdl;

import dev.saltern.quality.dqdl.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads one rule: type, parameters, condition, then {@code where}, {@code with} and {@code labels} in any order. */
final class RuleReader {
    private static final String THRESHOLD = "threshold";

    private final TokenStream tokens;
    private final ConditionReader conditions;
    private final Map<String, String> defaultLabels;
    private final Map<String, Condition> tags = new TreeMap<>();
    private @Nullable Map<String, String> labels;
    private @Nullable Condition threshold;
    private @Nullable Span thresholdSpan;
    private @Nullable String where;
    private @Nullable Span whereSpan;

    RuleReader(TokenStream tokens, Map<String, String> defaultLabels) {
        this.tokens = tokens;
        this.conditions = new ConditionReader(tokens);
        this.defaultLabels = defaultLabels;
    }

    Rule rule() {
        Token first = tokens.peek();
        RuleType type = type();
        List<Parameter> parameters = new ParameterReader(tokens).parameters(type);
        metricTakes(type, parameters);
        Condition condition = null;
        Span conditionSpan = null;
        if (takesCondition(type, parameters.size())) {
            Token start = tokens.peek();
            condition = conditions.condition(type.shape());
            conditionSpan = tokens.spanFrom(start);
        }
        while (clause(type)) {
            // Each turn reads one clause.
        }
        Map<String, String> all = labels == null ? defaultLabels : labels;
        NormalForm text = new NormalForm(type, parameters)
                .condition(condition)
                .where(where)
                .with(THRESHOLD, threshold);
        tags.forEach(text::with);
        text.labels(all);
        List<Span> columns = new ArrayList<>();
        parameters.forEach(parameter -> parameter.columns().forEach(column -> columns.add(parameter.span())));
        Rule.Parts parts = new Rule.Parts(columns, conditionSpan, thresholdSpan, whereSpan);
        return new Rule(
                type,
                parameters,
                condition,
                threshold,
                where,
                tags,
                all,
                text.toString(),
                tokens.spanFrom(first),
                parts);
    }

    private RuleType type() {
        Token name = tokens.peek();
        if (name.kind() != Kind.NAME) {
            throw tokens.unexpected(name, "a rule type such as IsComplete");
        }
        RuleType type = RuleType.find(name.value())
                .orElseThrow(() -> tokens.fail(
                        name,
                        "Invalid rule type: " + name.value() + " "
                                + NearestName.hint(name.value(), RuleType.labels())));
        if (!type.isRule()) {
            throw tokens.fail(name, "Cannot read " + name.value() + ": it stands only under Analyzers");
        }
        tokens.next();
        return type;
    }

    /** The parameters after a metric are those of the rule type that computes it. */
    private void metricTakes(RuleType type, List<Parameter> parameters) {
        if (type != RuleType.DETECT_ANOMALIES) {
            return;
        }
        Parameter metric = parameters.get(0);
        RuleType watched = RuleType.find(metric.text()).orElseThrow();
        int columns = parameters.size() - 1;
        if (columns < watched.minParameters() || columns > watched.maxParameters()) {
            throw new SyntaxProblem(metric.span()
                    .problem("Invalid number of columns of " + metric.text() + ": " + columns + " (must be "
                            + watched.minParameters() + ")"));
        }
    }

    /** A condition that is optional may be left out only where every parameter is there. */
    private boolean takesCondition(RuleType type, int parameters) {
        if (type.shape() == ConditionShape.NONE) {
            return false;
        }
        boolean required = !type.conditionOptional() || parameters < type.maxParameters();
        return required || conditions.begins();
    }

    private boolean clause(RuleType type) {
        Token keyword = tokens.peek();
        if (tokens.acceptName("where")) {
            where(type, keyword);
            return true;
        }
        if (tokens.acceptName("with")) {
            with(type, keyword);
            return true;
        }
        if (keyword.isName("labels") && tokens.ahead(1).isSymbol("=")) {
            if (labels != null) {
                throw tokens.fail(keyword, "Cannot read labels: the rule has some already");
            }
            tokens.next();
            tokens.next();
            labels = new LabelReader(tokens).labels(defaultLabels);
            return true;
        }
        return false;
    }

    private void where(RuleType type, Token keyword) {
        if (!type.takesWhere()) {
            throw tokens.fail(keyword, "Cannot read where: " + type.label() + " is about all rows");
        }
        if (where != null) {
            throw tokens.fail(keyword, "Cannot read where: the rule has one already");
        }
        Token sql = tokens.peek();
        where = tokens.expectString("SQL in double quotes");
        whereSpan = tokens.span(sql);
    }

    private void with(RuleType type, Token with) {
        if (!type.takesThreshold() && type.tags().isEmpty()) {
            throw tokens.fail(with, "Cannot read with: " + type.label() + " takes no threshold");
        }
        List<String> valid = new ArrayList<>(type.tags());
        if (type.takesThreshold()) {
            valid.add(0, THRESHOLD);
        }
        Token name = tokens.peek();
        if (name.kind() != Kind.NAME) {
            throw tokens.unexpected(name, valid.get(0));
        }
        if (!valid.contains(name.value())) {
            throw tokens.fail(name, "Invalid setting: " + name.value() + " " + NearestName.hint(name.value(), valid));
        }
        tokens.next();
        Token start = tokens.peek();
        if (!name.isName(THRESHOLD)) {
            if (tags.put(name.value(), conditions.condition(ConditionShape.VALUE)) != null) {
                throw tokens.fail(with, "Cannot read with: the rule has " + name.value() + " already");
            }
            return;
        }
        if (threshold != null) {
            throw tokens.fail(with, "Cannot read with: the rule has a threshold already");
        }
        threshold = conditions.condition(ConditionShape.NUMBER);
        thresholdSpan = tokens.spanFrom(start);
    }
}
