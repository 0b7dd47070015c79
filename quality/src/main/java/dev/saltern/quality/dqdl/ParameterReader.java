/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.dqdl;

import dev.saltern.quality.dqdl.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the parameters of a rule or an analyzer, with {@code of} and {@code and} before them or without. */
final class ParameterReader {
    private static final Set<String> KEYWORDS =
            Set.of("between", "not", "in", "matches", "where", "with", "of", "OF", "and", "AND", "or", "OR");

    private final TokenStream tokens;
    private final List<Parameter> parameters = new ArrayList<>();

    ParameterReader(TokenStream tokens) {
        this.tokens = tokens;
    }

    List<Parameter> parameters(RuleType type) {
        while (parameters.size() < type.maxParameters() && beginsParameter(type.kind(parameters.size()))) {
            parameter(type.kind(parameters.size()));
        }
        if (parameters.size() < type.minParameters()) {
            String missing = type.kind(parameters.size()).doc();
            throw tokens.unexpected(tokens.peek(), "the " + missing + " of " + type.label());
        }
        Token next = tokens.peek();
        if (next.kind() == Kind.STRING) {
            throw tokens.fail(
                    next, "Cannot read " + tokens.span(next).text() + ": " + type.label() + " takes " + count(type));
        }
        return parameters;
    }

    private boolean beginsParameter(ParameterKind kind) {
        Token token = tokens.peek();
        boolean connected = token.isWord("of") || (token.isWord("and") && !parameters.isEmpty());
        return connected
                ? isParameter(tokens.ahead(1), tokens.ahead(2), kind)
                : isParameter(token, tokens.ahead(1), kind);
    }

    private void parameter(ParameterKind kind) {
        if (!tokens.acceptWord("of")) {
            tokens.acceptWord("and");
        }
        Token token = tokens.next();
        if (kind == ParameterKind.METRIC) {
            metric(token);
        }
        parameters.add(new Parameter(token.value(), kind, tokens.span(token)));
    }

    private void metric(Token token) {
        List<String> metrics = RuleType.analyzerLabels();
        if (!metrics.contains(token.value()) || token.value().equals(RuleType.ALL_STATISTICS.label())) {
            throw tokens.fail(
                    token, "Invalid metric: " + token.value() + " " + NearestName.hint(token.value(), metrics));
        }
    }

    /** A bare name is a parameter only on the line of its rule: on a line of its own it is a rule without its comma. */
    private static boolean isParameter(Token token, Token next, ParameterKind kind) {
        return token.kind() == Kind.STRING
                || (token.kind() == Kind.NAME
                        && !token.firstOnLine()
                        && !KEYWORDS.contains(token.value())
                        && !(token.isName("labels") && next.isSymbol("="))
                        && (kind == ParameterKind.METRIC
                                || RuleType.find(token.value()).isEmpty()));
    }

    private static String count(RuleType type) {
        int max = type.maxParameters();
        boolean exact = max == type.minParameters();
        boolean columns = type.parameterKinds().stream().allMatch(kind -> kind == ParameterKind.COLUMN);
        String noun = columns ? "column" : "parameter";
        return switch (max) {
            case 0 -> "no " + noun;
            case 1 -> "one " + noun;
            default -> (exact ? "" : "at most ") + max + " " + noun + "s";
        };
    }
}
