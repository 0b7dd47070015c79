/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.kit.iam;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A template of CloudFormation whose intrinsic functions are evaluated: a resource is referred to by its name, its ARN ends with it.
 *
 * @param template the template's members
 * @param parameters values in place of the defaults
 */
public record ResolvedTemplate(Map<String, Object> template, Map<String, String> parameters) {
    /** The account of every resolved ARN. */
    public static final String ACCOUNT = "111122223333";

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^!}]+)}");
    private static final Object NOTHING = new Object();
    private static final Map<String, String> PSEUDO = Map.of(
            "AWS::Partition", "aws", "AWS::Region", "us-east-1", "AWS::AccountId", ACCOUNT, "AWS::StackName", "stack");

    public ResolvedTemplate {
        parameters = Map.copyOf(parameters);
    }

    /** Returns the properties of a resource. */
    public Map<String, Object> properties(String resource) {
        Object properties = member(member(member(template, "Resources"), resource), "Properties");
        return Policies.object(required(value(properties)));
    }

    /** Returns the names of the resources of a type. */
    public List<String> resources(String type) {
        List<String> names = new ArrayList<>();
        ((Map<?, ?>) required(member(template, "Resources"))).forEach((name, resource) -> {
            if (type.equals(member(resource, "Type"))) {
                names.add(String.valueOf(name));
            }
        });
        return names;
    }

    /** Returns every statement of a role: its own, and those of the managed policies of the template. */
    public List<Map<String, Object>> statements(String role) {
        Map<String, Object> properties = properties(role);
        List<Map<String, Object>> statements = new ArrayList<>();
        for (Object policy : Policies.list(properties.getOrDefault("Policies", List.of()))) {
            statements.addAll(Policies.statements(required(member(policy, "PolicyDocument"))));
        }
        for (Object managed : Policies.list(properties.getOrDefault("ManagedPolicyArns", List.of()))) {
            if (resources("AWS::IAM::ManagedPolicy").contains(String.valueOf(managed))) {
                statements.addAll(Policies.statements(
                        required(properties(String.valueOf(managed)).get("PolicyDocument"))));
            }
        }
        return statements;
    }

    /** Returns the ARN that stands for a resource. */
    public static String arn(String resource) {
        return "arn:aws:iam::" + ACCOUNT + ":role/" + resource;
    }

    private @Nullable Object value(@Nullable Object template) {
        if (template instanceof Map<?, ?> map) {
            return map.size() == 1 ? function(map) : object(map);
        }
        if (template instanceof List<?> list) {
            List<Object> values = new ArrayList<>();
            for (Object item : list) {
                Object found = value(item);
                if (found != NOTHING) {
                    values.add(found);
                }
            }
            return values;
        }
        return template;
    }

    private Object object(Map<?, ?> map) {
        Map<String, Object> values = new LinkedHashMap<>();
        map.forEach((name, member) -> {
            Object found = value(member);
            if (found != NOTHING) {
                values.put(String.valueOf(name), found);
            }
        });
        return values;
    }

    private @Nullable Object function(Map<?, ?> map) {
        String name = String.valueOf(map.keySet().iterator().next());
        Object argument = map.values().iterator().next();
        return switch (name) {
            case "Ref" -> reference(String.valueOf(argument));
            case "Fn::Sub" ->
                substitute(argument instanceof List<?> list ? String.valueOf(list.get(0)) : String.valueOf(argument));
            case "Fn::GetAtt" -> attribute(((List<?>) required(argument)));
            case "Fn::If" -> {
                List<?> choice = (List<?>) required(argument);
                yield value(choice.get(holds(condition(choice.get(0))) ? 1 : 2));
            }
            default -> object(map);
        };
    }

    private Object reference(String name) {
        if (name.equals("AWS::NoValue")) {
            return NOTHING;
        }
        String known = PSEUDO.getOrDefault(name, parameters.get(name));
        if (known != null) {
            return known;
        }
        Object parameter = member(member(template, "Parameters"), name);
        return parameter == null ? name : String.valueOf(member(parameter, "Default"));
    }

    private String substitute(String text) {
        Matcher variable = VARIABLE.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (variable.find()) {
            variable.appendReplacement(filled, Matcher.quoteReplacement(String.valueOf(reference(variable.group(1)))));
        }
        return variable.appendTail(filled).toString();
    }

    private static Object attribute(List<?> nameAndAttribute) {
        String name = String.valueOf(nameAndAttribute.get(0));
        return String.valueOf(nameAndAttribute.get(1)).equals("Arn") ? arn(name) : name;
    }

    private @Nullable Object condition(Object name) {
        return member(member(template, "Conditions"), String.valueOf(name));
    }

    private boolean holds(@Nullable Object condition) {
        Map<?, ?> map = (Map<?, ?>) required(condition);
        Object argument = map.values().iterator().next();
        List<?> list = argument instanceof List<?> found ? found : List.of();
        return switch (String.valueOf(map.keySet().iterator().next())) {
            case "Fn::Equals" -> String.valueOf(value(list.get(0))).equals(String.valueOf(value(list.get(1))));
            case "Fn::Not" -> !holds(list.get(0));
            case "Fn::And" -> list.stream().allMatch(this::holds);
            case "Condition" -> holds(condition(required(argument)));
            default -> throw new IllegalArgumentException("Cannot evaluate the condition " + condition);
        };
    }

    private static @Nullable Object member(@Nullable Object map, String name) {
        return map instanceof Map<?, ?> members ? members.get(name) : null;
    }

    private static Object required(@Nullable Object value) {
        if (value == null) {
            throw new IllegalArgumentException("Cannot resolve the template: a member is missing");
        }
        return value;
    }
}
