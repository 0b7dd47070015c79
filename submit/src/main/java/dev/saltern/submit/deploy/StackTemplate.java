/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.deploy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.submit.render.Members;
import dev.saltern.submit.render.NamedQuery;
import dev.saltern.submit.render.StateMachine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** The template of the stack: the file that a team owns, with what hangs on the pipeline put into it. */
public final class StackTemplate {
    private static final String RESOURCES = "Resources";

    private final Map<String, Object> members;

    private StackTemplate(Map<String, Object> members) {
        this.members = members;
    }

    /**
     * Reads the file.
     *
     * @throws SalternException if there is none, or it is no YAML
     */
    public static StackTemplate read(Path file) {
        try {
            Object root = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
            return new StackTemplate(object(root));
        } catch (IOException | YamlEngineException | ClassCastException e) {
            throw new SalternException(
                    ExitCode.INVALID_CONFIGURATION,
                    "Cannot read template " + file + ": " + e.getMessage() + ". Take the one of conf/deploy",
                    e);
        }
    }

    /** Puts the definition of the machine in; CloudFormation fills in the function and the topic. */
    public StackTemplate machine(String definition) {
        String escaped = definition
                .replace("${", "${!")
                .replace("${!" + StateMachine.JUDGE.substring(2), StateMachine.JUDGE)
                .replace("${!" + StateMachine.TOPIC.substring(2), StateMachine.TOPIC);
        Map<String, Object> names = Members.of(
                "JudgeFunction",
                Map.of("Fn::GetAtt", List.of("JudgeFunction", "Arn")),
                "Topic",
                Map.of("Ref", "Topic"));
        return set("Machine", Map.of("Fn::Sub", List.of(escaped, names)), "DefinitionString");
    }

    /** Puts what a schedule sends in. */
    public StackTemplate input(String schedule, String input) {
        return set(schedule, input, "Target", "Input");
    }

    /** Puts the dashboard in. */
    public StackTemplate dashboard(String body) {
        return set("Dashboard", body, "DashboardBody");
    }

    /** Adds the queries, one resource each. */
    public StackTemplate queries(List<NamedQuery> queries) {
        Map<String, Object> resources = resources();
        for (NamedQuery query : queries) {
            Map<String, Object> properties = Members.of(
                    "Name",
                    query.name(),
                    "Description",
                    query.description(),
                    "Database",
                    Map.of("Ref", "Database"),
                    "WorkGroup",
                    Map.of("Ref", "Queries"),
                    "QueryString",
                    query.sql());
            resources.put(query.resource(), Members.of("Type", "AWS::Athena::NamedQuery", "Properties", properties));
        }
        return with(resources);
    }

    /** Returns the resources that a first creation with these parameters adds. */
    public List<StackChange> all(Map<String, String> parameters) {
        StackConditions conditions = new StackConditions(members, parameters);
        return resources().entrySet().stream()
                .filter(entry -> conditions.has(object(entry.getValue())))
                .map(entry -> new StackChange(
                        "Add",
                        entry.getKey(),
                        String.valueOf(object(entry.getValue()).get("Type")),
                        ""))
                .toList();
    }

    /** Returns the whole as JSON, which CloudFormation takes as well. */
    public String text() {
        try {
            return new ObjectMapper().writeValueAsString(members);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write the template: " + e.getOriginalMessage(), e);
        }
    }

    private StackTemplate set(String resource, Object value, String... path) {
        Map<String, Object> resources = resources();
        Map<String, Object> changed = object(resources.get(resource));
        resources.put(resource, changed);
        Map<String, Object> at = object(changed.get("Properties"));
        changed.put("Properties", at);
        for (int i = 0; i < path.length - 1; i++) {
            Map<String, Object> inner = object(at.get(path[i]));
            at.put(path[i], inner);
            at = inner;
        }
        at.put(path[path.length - 1], value);
        return with(resources);
    }

    private StackTemplate with(Map<String, Object> resources) {
        Map<String, Object> changed = new LinkedHashMap<>(members);
        changed.put(RESOURCES, resources);
        return new StackTemplate(changed);
    }

    private Map<String, Object> resources() {
        return object(members.get(RESOURCES));
    }

    private static Map<String, Object> object(@org.jspecify.annotations.Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new SalternException(
                    ExitCode.INVALID_CONFIGURATION,
                    "Cannot read the template: a resource that the pipeline is put into is missing. Take the one of"
                            + " conf/deploy");
        }
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((name, member) -> copy.put(String.valueOf(name), member));
        return copy;
    }
}
