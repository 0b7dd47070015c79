/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.load;

import dev.saltern.conf.Environment;
import dev.saltern.conf.InvalidConfigurationException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads an environment file; its own variables may be used in all of its values, and the command line stands above them. */
public final class EnvironmentLoader {
    /** The key of the lake, which is a variable too, and which the command line may override. */
    static final String LAKE = "lake";

    private EnvironmentLoader() {}

    /**
     * Reads the file. The variables of the result are the values that are in force, the command line's included where the file knows them.
     *
     * @param overrides values of the command line, by variable name; those that the file does not know are left to the pipeline
     * @throws InvalidConfigurationException with every problem that was found, whatever the file holds
     */
    public static Environment load(Path file, Map<String, String> overrides) {
        Problems problems = new Problems(file.toString());
        Document document = YamlReader.read(file, problems);
        Variables variables = new Variables(problems);
        variables.addFrom(document);
        variables.addKey(LAKE, document);
        Map<String, String> known = new LinkedHashMap<>(overrides);
        variables.addOverrides(overrides);
        Substitution substitution = variables.resolve();
        Binder binder = new Binder(document, substitution, problems);
        Environment environment = binder.bindRoot(Environment.class);
        new NameChecks(binder.origins(), problems).checkEnvironment(environment);
        if (environment == null) {
            throw problems.exception();
        }
        if (variables.value(LAKE).isBlank()) {
            problems.add(binder.origins().of(LAKE), "Missing required lake");
        }
        problems.throwIfAny();
        known.keySet()
                .removeIf(name -> !environment.variables().containsKey(name)
                        && !substitution.used().contains(name));
        known.putAll(environment.variables());
        known.remove(LAKE);
        known.replaceAll((name, value) -> variables.value(name));
        return new Environment(
                environment.name(),
                variables.value(LAKE),
                environment.database(),
                environment.catalog(),
                environment.metastore(),
                environment.access(),
                known,
                environment.spark(),
                environment.accelerator(),
                environment.aws());
    }
}
