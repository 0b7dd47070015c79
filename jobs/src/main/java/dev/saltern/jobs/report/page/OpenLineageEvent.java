/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.report.page;

import com.github.f4b6a3.ulid.Ulid;
import dev.saltern.jobs.report.RunReport;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A run as an event of OpenLineage, for tools that draw the lineage of a whole company.
 *
 * @see <a href="https://openlineage.io/docs/spec/object-model">The object model of OpenLineage</a>
 */
public final class OpenLineageEvent {
    private static final String PRODUCER = "urn:saltern:job";
    private static final String SPEC = "https://openlineage.io/spec/";
    private static final int ULID_LENGTH = 26;
    private static final long MILLIS = 1000;

    private final RunPage page;
    private final LineageDatasets datasets;

    private OpenLineageEvent(RunPage page, LineageDatasets datasets) {
        this.page = page;
        this.datasets = datasets;
    }

    /**
     * Returns the event, to be written as JSON.
     *
     * @param lake where the tables are
     * @param schemas the columns of each source, in the JSON of Spark
     */
    public static Map<String, Object> of(RunPage page, String lake, Map<String, String> schemas) {
        return new OpenLineageEvent(page, new LineageDatasets(page, lake, schemas)).event();
    }

    private Map<String, Object> event() {
        RunReport report = page.report();
        Instant started = Instant.parse(report.started());
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("eventType", type(report.verdict()));
        event.put(
                "eventTime",
                started.plus(Duration.ofMillis((long) (report.seconds() * MILLIS)))
                        .toString());
        event.put("run", Map.of("runId", runId(report.run()), "facets", runFacets(report)));
        event.put("job", Map.of("namespace", "saltern", "name", report.pipeline(), "facets", jobFacets()));
        event.put("inputs", datasets.inputs());
        event.put("outputs", datasets.outputs());
        event.put("producer", PRODUCER);
        event.put("schemaURL", SPEC + "2-0-2/OpenLineage.json#/$defs/RunEvent");
        return event;
    }

    /** A run that was refused gave nothing to its readers, but did what it should. */
    private static String type(RunReport.Verdict verdict) {
        return switch (verdict) {
            case PUBLISHED, UP_TO_DATE -> "COMPLETE";
            case REFUSED -> "ABORT";
            case FAILED -> "FAIL";
        };
    }

    private static String runId(String run) {
        return Ulid.from(run.substring(run.length() - ULID_LENGTH)).toUuid().toString();
    }

    private Map<String, Object> runFacets(RunReport report) {
        Map<String, Object> facets = new LinkedHashMap<>();
        facets.put(
                "processing_engine",
                facet(
                        "1-1-1/ProcessingEngineRunFacet",
                        Map.of(
                                "name",
                                "spark",
                                "version",
                                page.surroundings().versions().getOrDefault("spark", "unknown"))));
        String scope = report.scope();
        if (!scope.equals("all")) {
            String[] days = scope.split("\\.\\.", 2);
            facets.put(
                    "nominalTime",
                    facet(
                            "1-0-1/NominalTimeRunFacet",
                            Map.of(
                                    "nominalStartTime", days[0] + "T00:00:00Z",
                                    "nominalEndTime",
                                            LocalDate.parse(days[days.length - 1])
                                                            .plusDays(1) + "T00:00:00Z")));
        }
        if (!report.failures().isEmpty()) {
            facets.put(
                    "errorMessage",
                    facet(
                            "1-0-1/ErrorMessageRunFacet",
                            Map.of("message", String.join("\n", report.failures()), "programmingLanguage", "JAVA")));
        }
        return facets;
    }

    private static Map<String, Object> jobFacets() {
        return Map.of(
                "jobType",
                facet(
                        "2-0-3/JobTypeJobFacet",
                        Map.of("processingType", "BATCH", "integration", "SALTERN", "jobType", "JOB")));
    }

    /** Returns a facet of the specification, such as {@code 1-0-1/NominalTimeRunFacet}. */
    static Map<String, Object> facet(String name, Map<String, ?> values) {
        Map<String, Object> facet = new LinkedHashMap<>();
        facet.put("_producer", PRODUCER);
        facet.put("_schemaURL", SPEC + "facets/" + name + ".json");
        facet.putAll(values);
        return facet;
    }

    /** Returns the facet with the columns of a schema. */
    static Map<String, Object> schema(Map<String, String> columns) {
        List<Map<String, String>> fields = new ArrayList<>();
        columns.forEach((name, type) -> fields.add(Map.of("name", name, "type", type)));
        return facet("1-1-1/SchemaDatasetFacet", Map.of("fields", fields));
    }
}
