/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark.day;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/** A run of the job in this process, as the command line and spark-submit start it. */
final class SalternRun {
    /** The phase that lies in others: what passes before Spark's first task. */
    static final String FIRST_TASK = "of it before the first task";

    private SalternRun() {}

    /** Runs and returns the report of a run that has published. */
    static JsonNode published(List<String> words) throws IOException {
        StringWriter answer = new StringWriter();
        PrintWriter error = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code = ToolProvider.findFirst("saltern-job")
                .orElseThrow()
                .run(new PrintWriter(answer), error, words.toArray(String[]::new));
        JsonNode report = new ObjectMapper().readTree(answer.toString());
        if (code != 0 || !report.path("verdict").asText().equals("PUBLISHED")) {
            throw new IllegalStateException("Cannot run the day: exit code " + code + ", " + answer);
        }
        return report;
    }

    /** Returns where its time went, by the JSON beside its page. */
    static DayPhases phases(Path lake, String pipeline, String run) throws IOException {
        Map<String, Double> seconds = new LinkedHashMap<>();
        try (Stream<Path> pages = Files.list(lake.resolve("_pages").resolve(pipeline))) {
            Path page = pages.filter(file -> file.toString().endsWith(run + ".json"))
                    .findFirst()
                    .orElseThrow();
            JsonNode told = new ObjectMapper().readTree(page.toFile());
            for (JsonNode phase : told.path("phases")) {
                String name = phase.path("name").asText().replaceFirst("(:| [0-9]{4}-).*", "");
                seconds.merge(name, phase.path("seconds").asDouble(), Double::sum);
            }
            seconds.put(
                    FIRST_TASK, told.path("stages").path(0).path("startSecond").asDouble());
        }
        return new DayPhases(seconds);
    }
}
