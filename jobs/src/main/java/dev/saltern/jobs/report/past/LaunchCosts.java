/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.report.past;

import com.fasterxml.jackson.databind.JsonNode;
import dev.saltern.jobs.report.Json;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** What launches cost, as they leave it in {@code <lake>/_launches/<pipeline>/<launch>.json} once they have ended. */
final class LaunchCosts {
    /** A launch that has no record by then was killed: nobody will write one. */
    private static final int LOOKED_FOR = 20;

    private final Path root;
    private final Configuration hadoop;

    LaunchCosts(String lake, Configuration hadoop) {
        this.root = new Path(lake, "_launches");
        this.hadoop = hadoop;
    }

    /** Puts the cost to the latest lines that lack it, and returns whether there was any. */
    boolean fill(String pipeline, Map<String, RunLine> lines) throws IOException {
        List<RunLine> open = lines.values().stream()
                .filter(line -> line.launch() != null && line.usd() == null)
                .toList();
        boolean found = false;
        for (RunLine line : open.subList(Math.max(0, open.size() - LOOKED_FOR), open.size())) {
            OptionalDouble usd = usd(pipeline, String.valueOf(line.launch()));
            if (usd.isPresent()) {
                lines.put(line.file(), line.costing(usd.getAsDouble()));
                found = true;
            }
        }
        return found;
    }

    private OptionalDouble usd(String pipeline, String launch) throws IOException {
        Path file = new Path(new Path(root, pipeline), launch + ".json");
        try (InputStream in = file.getFileSystem(hadoop).open(file)) {
            JsonNode usd = Json.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), JsonNode.class)
                    .path("usd");
            return usd.isNumber() ? OptionalDouble.of(usd.asDouble()) : OptionalDouble.empty();
        } catch (FileNotFoundException e) {
            return OptionalDouble.empty();
        }
    }
}
