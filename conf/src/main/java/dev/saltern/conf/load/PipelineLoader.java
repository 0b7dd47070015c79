/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.load;

import dev.saltern.conf.Environment;
import dev.saltern.conf.InvalidConfigurationException;
import dev.saltern.conf.Pipeline;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads a pipeline file.
 *
 * <p>The value of {@code ${name}} is the first of: the command line's {@code --set name=value}; the environment's {@code variables}, among
 * which {@code lake} is the environment's lake; the pipeline's {@code variables}. <code>$${</code> stands for a plain <code>${</code>. The
 * variables that only a run knows stay in place, see {@link RunVariables}.
 */
public final class PipelineLoader {
    private PipelineLoader() {}

    /**
     * Reads the file, and the files that it names in its folder or in that folder's parent.
     *
     * @param overrides values of the command line, by variable name
     * @throws InvalidConfigurationException with every problem that was found, whatever the file holds
     */
    public static LoadedPipeline load(Path file, Environment environment, Map<String, String> overrides) {
        PartialPipeline read = inspect(file, environment, overrides);
        if (!read.problems().isEmpty()) {
            throw new InvalidConfigurationException(read.problems());
        }
        return read.loaded();
    }

    /**
     * Reads as {@link #load} does, but returns the problems together with what they do not touch.
     *
     * @throws InvalidConfigurationException if the file is so far from a pipeline that nothing in it can be checked further
     */
    public static PartialPipeline inspect(Path file, Environment environment, Map<String, String> overrides) {
        Problems problems = new Problems(file.toString());
        Document document = YamlReader.read(file, problems);
        Variables variables = new Variables(problems);
        variables.addFrom(document);
        variables.addValues(environment.variables());
        variables.addValues(Map.of(EnvironmentLoader.LAKE, environment.lake()));
        variables.addOverrides(overrides);
        Binder binder = new Binder(document, variables.resolve(), problems);
        Pipeline pipeline = binder.bindRoot(Pipeline.class);
        PipelineChecks checks = new PipelineChecks(binder, document, problems);
        checks.run();
        Set<String> known = new TreeSet<>(environment.variables().keySet());
        known.addAll(Variables.names(document));
        known.add(EnvironmentLoader.LAKE);
        variables.requireKnown(overrides, known);
        if (pipeline == null) {
            throw problems.exception();
        }
        if (problems.isEmpty()) {
            LoadedPipeline loaded = new LoadedPipeline(pipeline, file, binder.origins(), Fingerprint.of(pipeline));
            return new PartialPipeline(loaded, Set.of(), List.of());
        }
        Salvage salvage = new Salvage(binder, problems);
        Pipeline kept = salvage.pipeline(pipeline);
        LoadedPipeline loaded = new LoadedPipeline(kept, file, salvage.origins(binder.origins()), Fingerprint.of(kept));
        return new PartialPipeline(loaded, salvage.broken(checks.views()), problems.sorted());
    }
}
