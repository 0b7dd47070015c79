/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.dqdl;

import dev.saltern.quality.dqdl.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one rule: type, columns, condition, {@code where}, {@code with threshold}. */
final class RuleReader {
    static final Set<String> KEYWORDS = Set.of("between", "not", "in", "matches", "where", "with");

    private final TokenStream tokens;
    private final ConditionReader conditions;
    private final List<String> columns = new ArrayList<>();
    private final List<Span> columnSpans = new ArrayList<>();
    private @Nullable Condition condition;
    private @Nullable Span conditionSpan;
    private @Nullable Condition threshold;
    private @Nullable Span thresholdSpan;
    private @Nullable String where;
    private @Nullable Span whereSpan;

    RuleReader(TokenStream tokens) {
        this.tokens = tokens;
        this.conditions = new ConditionReader(tokens);
    }

    Rule rule() {
        Token first = tokens.peek();
        RuleType type = type();
        columns(type);
        if (type.shape() != ConditionShape.NONE) {
            Token start = tokens.peek();
            condition = conditions.condition(type.shape());
            conditionSpan = tokens.spanFrom(start);
        }
        while (clause(type)) {
            // Each turn reads one clause.
        }
        String text = Rule.normalForm(type, columns, condition, where, threshold);
        Rule.Parts parts = new Rule.Parts(columnSpans, conditionSpan, thresholdSpan, whereSpan);
        return new Rule(type, columns, condition, threshold, where, text, tokens.spanFrom(first), parts);
    }

    private RuleType type() {
        Token name = tokens.peek();
        if (name.isSymbol("(")) {
            throw tokens.fail(name, "Cannot read (: rules joined by and, or are not supported");
        }
        if (name.kind() != Kind.NAME) {
            throw tokens.unexpected(name, "a rule type such as IsComplete");
        }
        RuleType type = RuleType.find(name.value())
                .orElseThrow(() -> tokens.fail(
                        name,
                        "Invalid rule type: " + name.value() + " "
                                + NearestName.hint(name.value(), RuleType.labels())));
        tokens.next();
        return type;
    }

    private void columns(RuleType type) {
        while (columns.size() < type.maxColumns() && isColumn(tokens.peek())) {
            Token column = tokens.next();
            columns.add(column.value());
            columnSpans.add(tokens.span(column));
        }
        if (columns.size() < type.minColumns()) {
            throw tokens.unexpected(tokens.peek(), "the column of " + type.label());
        }
        if (tokens.peek().kind() == Kind.STRING) {
            String count = type.maxColumns() == 0 ? "no column" : "one column";
            throw tokens.fail(
                    tokens.peek(),
                    "Cannot read " + tokens.span(tokens.peek()).text() + ": " + type.label() + " takes " + count);
        }
    }

    /** A bare name is a column only on the line of its rule: on a line of its own it is a rule without its comma. */
    private static boolean isColumn(Token token) {
        return token.kind() == Kind.STRING
                || (token.kind() == Kind.NAME
                        && !token.firstOnLine()
                        && !KEYWORDS.contains(token.value())
                        && RuleType.find(token.value()).isEmpty());
    }

    private boolean clause(RuleType type) {
        Token keyword = tokens.peek();
        if (tokens.acceptName("where")) {
            if (where != null) {
                throw tokens.fail(keyword, "Cannot read where: the rule has one already");
            }
            Token sql = tokens.peek();
            if (sql.kind() != Kind.STRING) {
                throw tokens.unexpected(sql, "SQL in double quotes");
            }
            where = tokens.next().value();
            whereSpan = tokens.span(sql);
            return true;
        }
        if (tokens.acceptName("with")) {
            threshold(type, keyword);
            return true;
        }
        return false;
    }

    private void threshold(RuleType type, Token with) {
        if (!type.takesThreshold()) {
            throw tokens.fail(with, "Cannot read with: " + type.label() + " takes no threshold");
        }
        if (threshold != null) {
            throw tokens.fail(with, "Cannot read with: the rule has a threshold already");
        }
        if (!tokens.acceptName("threshold")) {
            throw tokens.unexpected(tokens.peek(), "threshold");
        }
        Token start = tokens.peek();
        threshold = conditions.condition(ConditionShape.NUMBER);
        thresholdSpan = tokens.spanFrom(start);
    }
}
