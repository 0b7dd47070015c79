/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.kit.iam;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decides as IAM does within one account: an explicit deny wins, an allow of either policy is needed, and everything else is denied.
 *
 * @param principal the ARN of who asks
 * @param identity the statements of its own policies
 * @param resource the statements of the resource's policy
 */
public record PolicyEvaluator(
        String principal, List<Map<String, Object>> identity, List<Map<String, Object>> resource) {
    public PolicyEvaluator {
        identity = List.copyOf(identity);
        resource = List.copyOf(resource);
    }

    /** Returns whether the request is allowed. */
    public boolean allows(AccessRequest request) {
        AccessRequest asked = request.with("aws:PrincipalArn", principal);
        boolean denied = identity.stream().anyMatch(statement -> applies("Deny", statement, asked))
                || resource.stream().anyMatch(statement -> applies("Deny", statement, asked));
        // Statements of a resource's policy that allow name a service or an account here, never this principal.
        return !denied && identity.stream().anyMatch(statement -> applies("Allow", statement, asked));
    }

    private static boolean applies(String effect, Map<String, Object> statement, AccessRequest request) {
        return effect.equals(statement.get("Effect"))
                && Policies.list(required(statement, "Action")).stream()
                        .anyMatch(action -> like(String.valueOf(action), request.action(), true))
                && Policies.list(required(statement, "Resource")).stream()
                        .anyMatch(resource -> like(String.valueOf(resource), request.resource(), false))
                && conditions(statement.get("Condition"), request);
    }

    private static boolean conditions(@Nullable Object condition, AccessRequest request) {
        if (condition == null) {
            return true;
        }
        return Policies.object(condition).entrySet().stream()
                .allMatch(operator -> Policies.object(operator.getValue()).entrySet().stream()
                        .allMatch(key -> holds(
                                operator.getKey(),
                                Policies.list(key.getValue()),
                                request.context().get(key.getKey()))));
    }

    /** A positive operator does not hold for a key that is not there; a negated one does. */
    private static boolean holds(String operator, List<?> wanted, @Nullable String found) {
        return switch (operator) {
            case "Bool", "StringEquals", "ArnEquals" ->
                found != null
                        && wanted.stream()
                                .anyMatch(value -> String.valueOf(value).equals(found));
            case "ArnLike", "StringLike" ->
                found != null && wanted.stream().anyMatch(value -> like(String.valueOf(value), found, false));
            case "ArnNotEquals", "StringNotEquals" ->
                found == null
                        || wanted.stream()
                                .noneMatch(value -> String.valueOf(value).equals(found));
            case "Null" ->
                wanted.stream().anyMatch(value -> Boolean.parseBoolean(String.valueOf(value)) == (found == null));
            default -> throw new IllegalArgumentException("Cannot evaluate the condition operator " + operator);
        };
    }

    private static boolean like(String pattern, String text, boolean anyCase) {
        StringBuilder regex = new StringBuilder();
        pattern.chars()
                .forEach(c -> regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c))));
        return Pattern.compile(regex.toString(), anyCase ? Pattern.CASE_INSENSITIVE | Pattern.DOTALL : Pattern.DOTALL)
                .matcher(text)
                .matches();
    }

    private static Object required(Map<String, Object> statement, String member) {
        Object found = statement.get(member);
        if (found == null) {
            throw new IllegalArgumentException("Cannot evaluate a statement without " + member + ": " + statement);
        }
        return found;
    }
}
