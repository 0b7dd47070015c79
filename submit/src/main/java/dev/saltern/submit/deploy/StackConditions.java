/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.deploy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The conditions of a template, as far as they hang on its parameters: which resources there will be. */
final class StackConditions {
    private final Map<String, Object> template;
    private final Map<String, String> parameters;

    /**
     * Takes a template.
     *
     * @param parameters values in place of the defaults
     */
    StackConditions(Map<String, Object> template, Map<String, String> parameters) {
        this.template = template;
        this.parameters = Map.copyOf(parameters);
    }

    /** Returns whether the resource will be there. */
    boolean has(Map<String, Object> resource) {
        Object condition = resource.get("Condition");
        return condition == null || holds(named(condition));
    }

    private @Nullable Object named(Object condition) {
        return member(template.get("Conditions"), String.valueOf(condition));
    }

    private boolean holds(@Nullable Object condition) {
        if (!(condition instanceof Map<?, ?> map) || map.size() != 1) {
            return true;
        }
        Object argument = map.values().iterator().next();
        List<?> list = argument instanceof List<?> found ? found : List.of();
        return switch (String.valueOf(map.keySet().iterator().next())) {
            case "Condition" -> holds(named(argument));
            case "Fn::Equals" -> text(list.get(0)).equals(text(list.get(1)));
            case "Fn::Not" -> !holds(list.get(0));
            case "Fn::And" -> list.stream().allMatch(this::holds);
            case "Fn::Or" -> list.stream().anyMatch(this::holds);
            // What is not known is taken for there: a list of what would be made had better be too long.
            default -> true;
        };
    }

    private String text(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return String.valueOf(value);
        }
        String name = String.valueOf(map.get("Ref"));
        String given = parameters.get(name);
        return given == null ? String.valueOf(member(member(template.get("Parameters"), name), "Default")) : given;
    }

    private static @Nullable Object member(@Nullable Object map, String name) {
        return map instanceof Map<?, ?> members ? members.get(name) : null;
    }
}
