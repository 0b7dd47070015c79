/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.load;

import dev.saltern.conf.Bucket;
import dev.saltern.conf.Output;
import dev.saltern.conf.Partitioning;
import dev.saltern.conf.Pipeline;
import dev.saltern.conf.Search;
import dev.saltern.conf.Source;
import dev.saltern.conf.Step;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Checks what no single key can tell: names, references between parts, and keys that do not go together. */
final class PipelineChecks {
    private final Map<String, Object> records;
    private final Document document;
    private final Problems problems;
    private final Origins origins;
    private final NameChecks names;
    private final Views views = new Views();

    PipelineChecks(Binder binder, Document document, Problems problems) {
        this.records = binder.recordsByPath();
        this.document = document;
        this.problems = problems;
        this.origins = binder.origins();
        this.names = new NameChecks(origins, problems);
    }

    void run() {
        collectViews();
        SourceChecks sources = new SourceChecks(origins, problems);
        StepChecks steps = new StepChecks(origins, problems, views);
        PartitionChecks partitions = new PartitionChecks(origins, problems);
        records.forEach((path, record) -> {
            if (record instanceof Source source) {
                sources.check(path, source);
            } else if (record instanceof Step step) {
                steps.check(path, step);
            } else if (record instanceof Output output) {
                checkOutput(path, output);
                partitions.check(path, output, pipeline());
            } else if (record instanceof Pipeline pipeline) {
                names.checkTitle("pipeline", pipeline.name());
                partitions.check(pipeline);
            }
        });
    }

    /** Returns the names of all sources and steps, the broken ones too. */
    Set<String> views() {
        return views.names();
    }

    private void collectViews() {
        if (Variables.find(document.root(), "sources") instanceof MappingNode mapping) {
            for (String name : new Entries(mapping, place(), document, new Problems("")).names()) {
                views.addSource(name);
                names.checkIdentifier("sources." + name, name);
            }
        }
        if (Variables.find(document.root(), "steps") instanceof SequenceNode sequence) {
            for (int i = 0; i < sequence.getValue().size(); i++) {
                collectStep("steps[" + i + "]", i, sequence.getValue().get(i));
            }
        }
        if (Variables.find(document.root(), "outputs") instanceof MappingNode mapping) {
            for (String name : new Entries(mapping, place(), document, new Problems("")).names()) {
                names.checkIdentifier("outputs." + name, name);
            }
        }
    }

    private void collectStep(String path, int index, Node node) {
        String name = null;
        if (records.get(path) instanceof Step step) {
            name = step.name();
        } else if (Variables.find(node, "name") instanceof ScalarNode scalar) {
            name = scalar.getValue();
        }
        if (name == null || name.isEmpty()) {
            return;
        }
        String at = path + ".name";
        names.checkIdentifier(at, name);
        boolean source = views.isSource(name);
        if (!views.addStep(name, index) && !problems.failed(at)) {
            String other = source ? "a source" : "an earlier step";
            problems.add(origins.of(at), "Duplicate name '" + name + "': " + other + " has it");
        }
    }

    private void checkFiles(String path, Output output) {
        Bucket bucket = output.bucket();
        if (bucket != null) {
            checkBucket(path + ".bucket", bucket);
        }
        Search search = output.search();
        if (search != null) {
            checkSearch(path + ".search", search);
        }
        Long limit = output.maxRecordsPerFile();
        if (limit != null && limit < 1) {
            report(path + ".max-records-per-file", limit + " (must be 1 or more)");
        }
    }

    private void checkSearch(String path, Search search) {
        if (!search.isIndexValid()) {
            report(
                    path + ".index",
                    search.index()
                            + " (must be of small letters, digits, dots, hyphens and underscores, a letter or a digit"
                            + " first)");
        }
        if (new HashSet<>(search.id()).size() < search.id().size()) {
            report(path + ".id", search.id() + " (must name each column once)");
        }
    }

    private void checkBucket(String path, Bucket bucket) {
        if (bucket.into() < 1 || bucket.into() > Bucket.MAX_BUCKETS) {
            report(path + ".into", bucket.into() + " (must be in [1, " + Bucket.MAX_BUCKETS + "])");
        }
        if (new HashSet<>(bucket.by()).size() < bucket.by().size()) {
            report(path + ".by", bucket.by() + " (must name each column once)");
        }
        if (new HashSet<>(bucket.sort()).size() < bucket.sort().size()) {
            report(path + ".sort", bucket.sort() + " (must name each column once)");
        }
    }

    private void report(String path, String fault) {
        if (!problems.failed(path)) {
            problems.add(path, origins.of(path), "Invalid " + path + ": " + fault);
        }
    }

    private void checkOutput(String path, Output output) {
        checkFiles(path, output);
        String name = path.substring("outputs.".length());
        String from = path + ".from";
        String refusal = views.refusal(output.from(), Integer.MAX_VALUE);
        if (!refusal.isEmpty() && !problems.failed(from)) {
            problems.add(from, origins.of(from), refusal);
        }
        Pipeline pipeline = pipeline();
        if (pipeline == null) {
            return;
        }
        if (name.equals(pipeline.quarantineTable()) && !problems.failed("pipeline")) {
            problems.add(
                    origins.of(path),
                    "Invalid output: " + name + " (must not be the table of the pipeline's quarantined rows)");
        }
        checkGrain(path + ".partition", output.partition(), pipeline.partition());
    }

    private void checkGrain(String path, @Nullable Partitioning own, @Nullable Partitioning whole) {
        boolean known = !problems.failed(path + ".grain") && !problems.failed("partition.grain");
        if (known && own != null && whole != null && own.grain().compareTo(whole.grain()) < 0) {
            problems.add(
                    path,
                    origins.of(path + ".grain"),
                    "Invalid " + path + ".grain: " + Scalars.name(own.grain())
                            + " (must not be finer than the pipeline's, " + Scalars.name(whole.grain()) + ")");
        }
    }

    private @Nullable Pipeline pipeline() {
        return records.get("") instanceof Pipeline pipeline ? pipeline : null;
    }

    private Place place() {
        return Place.root(problems.start());
    }
}
