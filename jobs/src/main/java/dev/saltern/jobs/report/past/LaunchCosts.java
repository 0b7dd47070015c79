/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.report.past;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.saltern.jobs.report.Json;
import dev.saltern.jobs.report.WholeFile;
import dev.saltern.jobs.report.page.RunCosts;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;

/**
 * What launches should cost, as they leave it in {@code <lake>/_launches/<pipeline>/<launch>.estimate.json} before they begin, and what they
 * did, in {@code <launch>.json} beside it once they have ended.
 */
public final class LaunchCosts {
    /** Records may be without a cost, in a region without prices; those must not be read for ever. */
    private static final int LOOKED_AT = 100;

    private final Path root;
    private final Configuration hadoop;

    /** Opens the launches of a lake. */
    public LaunchCosts(String lake, Configuration hadoop) {
        this.root = new Path(lake, "_launches");
        this.hadoop = hadoop;
    }

    /** Returns what is known of a launch; of a run that was not launched, nothing. */
    public RunCosts of(String pipeline, @Nullable String launch) throws IOException {
        if (launch == null) {
            return RunCosts.NOTHING;
        }
        JsonNode estimate = read(pipeline, launch + ".estimate.json");
        return new RunCosts(launch, number(estimate, "usdLow"), number(estimate, "usdHigh"), actual(pipeline, launch));
    }

    /** Puts the cost to the latest lines that lack it, and returns those that it is known of now. */
    List<RunLine> fill(String pipeline, Map<String, RunLine> lines) throws IOException {
        List<RunLine> open = lines.values().stream()
                .filter(line -> line.launch() != null && line.usd() == null)
                .toList();
        Set<String> ended = open.isEmpty() ? Set.of() : ended(pipeline);
        List<RunLine> told = open.stream()
                .filter(line -> ended.contains(line.launch() + ".json"))
                .toList();
        List<RunLine> priced = new ArrayList<>();
        for (RunLine line : told.subList(Math.max(0, told.size() - LOOKED_AT), told.size())) {
            Double usd = actual(pipeline, String.valueOf(line.launch()));
            if (usd != null) {
                RunLine known = line.costing(usd);
                lines.put(line.file(), known);
                priced.add(known);
            }
        }
        return priced;
    }

    /** Returns the names of what launches left: one that was killed, or goes on, left no record. */
    private Set<String> ended(String pipeline) throws IOException {
        FileStatus[] found = root.getFileSystem(hadoop).globStatus(new Path(root, pipeline + "/*.json"));
        return Stream.of(found == null ? new FileStatus[0] : found)
                .map(file -> file.getPath().getName())
                .collect(Collectors.toSet());
    }

    /** Returns what a launch did cost; null while it goes on, and where nobody knows. */
    public @Nullable Double actual(String pipeline, String launch) throws IOException {
        return number(read(pipeline, launch + ".json"), "usd");
    }

    private JsonNode read(String pipeline, String name) throws IOException {
        Path file = new Path(new Path(root, pipeline), name);
        try {
            return Json.read(WholeFile.read(file.getFileSystem(hadoop), file), JsonNode.class);
        } catch (FileNotFoundException e) {
            return MissingNode.getInstance();
        }
    }

    private static @Nullable Double number(JsonNode node, String name) {
        JsonNode number = node.path(name);
        return number.isNumber() ? number.asDouble() : null;
    }
}
