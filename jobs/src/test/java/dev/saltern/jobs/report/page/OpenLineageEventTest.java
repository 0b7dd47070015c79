/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.saltern.jobs.report.Json;
import dev.saltern.jobs.report.RunReport;
import io.openlineage.client.OpenLineage;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

/** What the client library of OpenLineage reads out of the event, which is built from the published schemas. */
final class OpenLineageEventTest {
    private static final ObjectMapper MAPPER = new ObjectMapper().registerModule(new JavaTimeModule());
    private static final Map<String, String> SCHEMAS =
            Map.of("readings", StructType.fromDDL("sensor STRING, value DOUBLE").json());

    private static String event(RunReport report) {
        return Json.write(OpenLineageEvent.of(Reports.page(report, RunCosts.NOTHING), "s3://lake/curated", SCHEMAS));
    }

    @Test
    void theClientReadsEveryFacet() throws Exception {
        RunReport report = Reports.of(
                "2026-01-31", RunReport.Verdict.PUBLISHED, List.of(Reports.rule("RowCount > 0", "PASSED", 4.0)));
        OpenLineage.RunEvent event = MAPPER.readValue(event(report), OpenLineage.RunEvent.class);

        assertThat(event.getEventType()).isEqualTo(OpenLineage.RunEvent.EventType.COMPLETE);
        assertThat(event.getEventTime()).isEqualTo("2026-01-31T03:00:12.500Z");
        assertThat(event.getJob().getName()).isEqualTo("harbour");
        assertThat(event.getJob().getFacets().getJobType().getProcessingType()).isEqualTo("BATCH");
        assertThat(event.getRun().getFacets().getNominalTime().getNominalEndTime())
                .isEqualTo("2026-02-01T00:00:00Z");
        assertThat(event.getRun().getFacets().getProcessing_engine().getName()).isEqualTo("spark");

        OpenLineage.InputDataset input = event.getInputs().get(0);
        assertThat(List.of(input.getNamespace(), input.getName())).containsExactly("s3://raw", "readings");
        assertThat(input.getFacets().getSchema().getFields())
                .extracting(OpenLineage.SchemaDatasetFacetFields::getName)
                .containsExactly("sensor", "value");
        assertThat(input.getInputFacets().getInputStatistics().getRowCount()).isEqualTo(100);
        assertThat(input.getInputFacets().getInputStatistics().getSize()).isEqualTo(7);
        assertThat(input.getInputFacets()
                        .getDataQualityAssertions()
                        .getAssertions()
                        .get(0)
                        .getSuccess())
                .isTrue();

        OpenLineage.OutputDataset output = event.getOutputs().get(0);
        assertThat(List.of(output.getNamespace(), output.getName())).containsExactly("s3://lake", "curated/daily");
        assertThat(output.getOutputFacets().getOutputStatistics().getRowCount()).isEqualTo(90);
    }

    @Test
    void theClientKeepsEveryFieldSoNoneIsUnknownToIt() throws Exception {
        RunReport report = Reports.of(
                "2026-01-31", RunReport.Verdict.REFUSED, List.of(Reports.rule("RowCount > 0", "FAILED", 0.0)));
        JsonNode ours = MAPPER.readTree(event(report));
        OpenLineage.RunEvent event = MAPPER.readValue(ours.toString(), OpenLineage.RunEvent.class);

        assertThat(event.getEventType()).isEqualTo(OpenLineage.RunEvent.EventType.ABORT);
        assertThat(event.getRun().getFacets().getErrorMessage().getMessage())
                .isEqualTo("too many rows are quarantined");
        assertThat(event.getRun().getFacets().getAdditionalProperties()).isEmpty();
        assertThat(event.getJob().getFacets().getAdditionalProperties()).isEmpty();
        assertThat(event.getInputs().get(0).getInputFacets().getAdditionalProperties())
                .isEmpty();
        assertThat(event.getOutputs().get(0).getOutputFacets().getAdditionalProperties())
                .isEmpty();
        assertThat(event.getOutputs().get(0).getFacets().getAdditionalProperties())
                .isEmpty();
        for (String field : List.of("eventType", "eventTime", "producer", "schemaURL")) {
            assertThat(ours.path(field).asText()).as(field).isNotBlank();
        }
    }
}
