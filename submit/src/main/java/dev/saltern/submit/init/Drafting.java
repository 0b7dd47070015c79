/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.init;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Drafts a pipeline from a sample file: the job profiles it, which gives the schema and the rules, and draws a few rows for the rule test. A
 * file that is too large to be copied is drawn from first. Close it when the files are written.
 */
public final class Drafting implements AutoCloseable {
    private static final long MAX_BYTES = 16L << 20;
    private static final String MAX_ROWS = "10000";
    private static final String EXAMPLES = "3";

    private final Function<List<String>, String> job;
    private final SampleFile sample;
    private final Path workspace;

    private Drafting(Function<List<String>, String> job, SampleFile sample, Path workspace) {
        this.job = job;
        this.sample = sample;
        this.workspace = workspace;
    }

    /**
     * Looks at the file; starts no job yet.
     *
     * @param job takes the words of a command, and returns what it prints or throws what it fails of
     * @throws dev.saltern.conf.SalternException if the file is not there or of no known format
     * @throws IOException if there is no room for temporary files
     */
    public static Drafting of(Path from, Function<List<String>, String> job) throws IOException {
        SampleFile sample = SampleFile.of(from);
        Path workspace = Files.createTempDirectory("saltern-init");
        Path environments = Files.createDirectories(workspace.resolve("environments"));
        // The job wants to know an environment, and a new project has none yet.
        Files.writeString(environments.resolve("local.yaml"), Templates.text(Templates.ENVIRONMENT, ""));
        return new Drafting(job, sample, workspace);
    }

    /** Returns the day that the file is taken for. */
    public String day() {
        return sample.day().toString();
    }

    /** Returns all files of the pipeline. */
    public Scaffold scaffold(Path folder, String name) throws IOException {
        SampleFile known = sample.opaque() ? sample.headed(header()) : sample;
        SampleFile small = Files.size(known.path()) <= MAX_BYTES ? known : drawn(known);
        Drafted drafted = Drafted.of(json(ask(small, "profile", "--json")), small.format());
        List<JsonNode> examples = new ArrayList<>();
        ask(small, "sample", "--n", EXAMPLES, "--json").lines().forEach(line -> examples.add(json(line)));
        Scaffold scaffold = new Draft(name, small, drafted, examples).addTo(new Scaffold(folder));
        return Templates.withShared(scaffold.copy("raw/" + name + "/dt=" + day() + "/" + small.name(), small.path()));
    }

    /** Returns the first line of a file that the job alone can unpack: read as one column, it is the name of that. */
    private String header() {
        String row = ask(sample.separatedBy(SampleFile.NO_DELIMITER), "sample", "--n", "1", "--json");
        Iterator<String> names = json(row.isBlank() ? "{}" : row).fieldNames();
        return names.hasNext() ? names.next() : "";
    }

    private SampleFile drawn(SampleFile large) {
        Path part = workspace.resolve("sample." + large.format());
        ask(large, "sample", "--n", MAX_ROWS, "--output", part.toString(), "--json");
        return new SampleFile(part, large.format(), ",", large.multiLine(), large.day(), false);
    }

    private String ask(SampleFile file, String command, String... more) {
        List<String> words = new ArrayList<>(List.of(command, file.path().toString()));
        words.addAll(
                List.of("--conf", workspace.toString(), "--format", file.format(), "--delimiter", file.delimiter()));
        words.addAll(List.of(more));
        return job.apply(words);
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot read the answer of the job: " + e.getOriginalMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(workspace)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
