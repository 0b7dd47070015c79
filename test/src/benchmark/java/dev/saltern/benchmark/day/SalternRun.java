/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark.day;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;

/**
 * A run of the job in this process, as the command line and spark-submit start it.
 *
 * @param report what it says about itself
 * @param phases where the time of the whole command went
 */
record SalternRun(JsonNode report, DayPhases phases) {
    /** Before the run has a clock: the conf folder is read, the session made or found. */
    private static final String OPENING = "opening Spark";
    /** What the run says when its phases are told: all that follows is in none of them. */
    private static final String WRITING = "writing the report";

    private static final String PLANNING = "planning ";
    private static final Pattern PAGE = Pattern.compile("(?m)^ *report: (?:file:)?(.*)\\.html$");

    /**
     * Runs and returns what a run tells that has published.
     *
     * @param words of the command, which tells its progress on lines, so not {@code --json}
     */
    static SalternRun published(List<String> words) throws IOException {
        StringWriter answer = new StringWriter();
        TimedLines progress = new TimedLines();
        int code = ToolProvider.findFirst("saltern-job")
                .orElseThrow()
                .run(new PrintWriter(answer), new PrintWriter(progress), words.toArray(String[]::new));
        double seconds = progress.seconds();
        Matcher page = PAGE.matcher(answer.toString());
        if (code != 0 || !page.find()) {
            throw new IllegalStateException("Cannot run the day: exit code " + code + ", " + answer + progress);
        }
        JsonNode told = new ObjectMapper().readTree(Path.of(page.group(1) + ".json").toFile());
        JsonNode report = told.path("report");
        if (!report.path("verdict").asText().equals("PUBLISHED")) {
            throw new IllegalStateException("Cannot count on this run: " + answer);
        }
        double opening = progress.until(PLANNING).orElseThrow();
        double writing = seconds - progress.until(WRITING).orElseThrow();
        return new SalternRun(report, phases(told, writing).after(OPENING, opening));
    }

    /** Returns the phases that the page tells of, and what came behind them. */
    static DayPhases phases(JsonNode page, double writing) {
        Map<String, Double> seconds = new LinkedHashMap<>();
        for (JsonNode phase : page.path("phases")) {
            String name = phase.path("name").asText().replaceFirst("(:| [0-9]{4}-).*", "");
            seconds.merge(name, phase.path("seconds").asDouble(), Double::sum);
        }
        seconds.put(WRITING, writing);
        seconds.put(
                DayPhases.FIRST_TASK, page.path("stages").path(0).path("startSecond").asDouble());
        return new DayPhases(seconds);
    }
}
