/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.load;

import dev.saltern.conf.Output;
import dev.saltern.conf.Pipeline;
import dev.saltern.conf.Source;
import dev.saltern.conf.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keeps the parts of a pipeline that no problem touches, with their origins. */
final class Salvage {
    private final Map<String, Object> records;
    private final Problems problems;
    private final Map<String, Source> sources = new LinkedHashMap<>();
    private final List<Step> steps = new ArrayList<>();
    private final Map<String, Output> outputs = new LinkedHashMap<>();
    /** The place in the file of each kept step. */
    private final List<Integer> positions = new ArrayList<>();

    Salvage(Binder binder, Problems problems) {
        this.records = binder.recordsByPath();
        this.problems = problems;
        boolean partitioned = !isBroken("partition");
        records.forEach((path, record) -> {
            if (isBroken(path)) {
                return;
            }
            if (record instanceof Source source && partitioned) {
                sources.put(path.substring("sources.".length()), source);
            } else if (record instanceof Step step) {
                positions.add(Integer.parseInt(path.substring(path.indexOf('[') + 1, path.indexOf(']'))));
                steps.add(step);
            } else if (record instanceof Output output && partitioned) {
                outputs.put(path.substring("outputs.".length()), output);
            }
        });
    }

    /** Returns the pipeline with the kept parts alone. */
    Pipeline pipeline(Pipeline whole) {
        return new Pipeline(
                whole.name(),
                whole.description(),
                whole.partition(),
                whole.retention(),
                whole.variables(),
                sources,
                steps,
                outputs);
    }

    /** Returns the origins with the kept steps renumbered. */
    Origins origins(Origins whole) {
        return whole.withSteps(positions);
    }

    /** Returns the names of the views that are not kept. */
    Set<String> broken(Set<String> views) {
        Set<String> broken = new LinkedHashSet<>(views);
        broken.removeAll(sources.keySet());
        steps.forEach(step -> broken.remove(step.name()));
        return broken;
    }

    private boolean isBroken(String path) {
        return problems.failed(path) || problems.failedWithin(path);
    }
}
