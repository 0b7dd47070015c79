/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.skew;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.conf.AggregateStep;
import dev.saltern.conf.ByteSize;
import dev.saltern.conf.DedupeStep;
import dev.saltern.conf.Evolve;
import dev.saltern.conf.JoinStep;
import dev.saltern.conf.Keep;
import dev.saltern.conf.Output;
import dev.saltern.conf.Pipeline;
import dev.saltern.conf.PivotStep;
import dev.saltern.conf.Skew;
import dev.saltern.conf.SqlStep;
import dev.saltern.conf.Step;
import dev.saltern.conf.Text;
import dev.saltern.jobs.TestSession;
import dev.saltern.jobs.step.ForeseenViews;
import dev.saltern.jobs.step.StepGraph;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class SketchPlanTest {
    private static final Map<String, StructType> SOURCES = Map.of(
            "readings", StructType.fromDDL("sensor STRING, other STRING, value DOUBLE"),
            "sensors", StructType.fromDDL("sensor STRING, site STRING"));

    @Test
    void keysAreMeasuredInTheViewThatIsWrittenDownAndUnderItsNames() {
        SketchPlan plan = plan(
                List.of("medians"),
                sql("renamed", "SELECT other AS sensor, value FROM readings WHERE value > 0 ORDER BY value"),
                join("joined", "renamed", "sensors", new Skew.Auto()),
                aggregate("medians", "joined", List.of("site")));

        assertThat(plan.keys("readings")).containsExactly(List.of("other"));
        assertThat(plan.keys("sensors")).containsExactly(List.of("sensor"), List.of("site"));
        assertThat(plan.origin(new KeyedInput("joined", List.of("site"))))
                .contains(new KeyOrigin("sensors", List.of("site")));
    }

    @Test
    void whatIsWrittenDownIsMeasuredThereAndNotBefore() {
        SketchPlan plan = plan(
                List.of("joined", "unique"),
                new DedupeStep("unique", "readings", List.of("sensor"), new Keep.Any()),
                join("joined", "unique", "sensors", new Skew.Auto()));

        assertThat(plan.keys("readings")).isEmpty();
        assertThat(plan.keys("unique")).containsExactly(List.of("sensor"));
    }

    @Test
    void rowsWithoutDuplicatesThatOnlyOneStepReadsAreMeasuredWithThem() {
        SketchPlan plan = plan(
                List.of("joined"),
                new DedupeStep("unique", "readings", List.of("sensor"), new Keep.Any()),
                join("joined", "unique", "sensors", new Skew.Auto()));

        assertThat(plan.keys("readings")).containsExactly(List.of("sensor"));
        assertThat(plan.keys("unique")).isEmpty();
    }

    @Test
    void groupedComputedAndMixedKeysAndStepsWithSkewOffAreNotMeasured() {
        SketchPlan plan = plan(
                List.of("one", "mixed"),
                sql("grouped", "SELECT sensor, count(*) AS n FROM readings GROUP BY sensor"),
                sql("computed", "SELECT upper(sensor) AS sensor, site FROM sensors"),
                join("one", "grouped", "computed", new Skew.Auto()),
                join("two", "readings", "sensors", new Skew.Off()),
                aggregate("mixed", "two", List.of("sensor", "site")));

        assertThat(plan.keys("readings")).isEmpty();
        assertThat(plan.keys("sensors")).isEmpty();
    }

    @Test
    void aStepThatNoOutputNeedsAsksForNoKeys() {
        SketchPlan plan = plan(
                List.of("rows"),
                sql("rows", "SELECT * FROM readings"),
                join("unread", "readings", "sensors", new Skew.Auto()));

        assertThat(plan.keys("readings")).isEmpty();
        assertThat(plan.keys("sensors")).isEmpty();
    }

    @Test
    void whatReadsColumnsThatAreNotKnownYetIsNotMeasured() {
        SketchPlan plan = plan(
                List.of("medians"),
                new PivotStep(
                        "wide",
                        "readings",
                        List.of("sensor"),
                        "other",
                        List.of(),
                        10,
                        Map.of("mean", "avg"),
                        new Skew.Off()),
                aggregate("medians", "wide", List.of("sensor")));

        assertThat(plan.keys("wide")).isEmpty();
    }

    private static SketchPlan plan(List<String> outputs, Step... steps) {
        Map<String, Output> tables = new LinkedHashMap<>();
        outputs.forEach(from -> tables.put(
                from,
                new Output(
                        from,
                        null,
                        null,
                        null,
                        null,
                        null,
                        Evolve.REFUSE,
                        ByteSize.parse("1MB"),
                        null,
                        null,
                        null,
                        null)));
        Pipeline pipeline = new Pipeline("p", null, null, null, Map.of(), Map.of(), List.of(steps), tables);
        StepGraph graph = StepGraph.of(pipeline);
        return SketchPlan.of(
                pipeline,
                SOURCES.keySet(),
                graph,
                ForeseenViews.of(TestSession.session(), pipeline, SOURCES, graph, Map.of()));
    }

    private static Step sql(String name, String text) {
        return new SqlStep(name, new Text(text, "p.yaml", 1, 1));
    }

    private static Step join(String name, String left, String right, Skew skew) {
        return new JoinStep(name, left, right, List.of("sensor"), JoinStep.Type.INNER, skew);
    }

    private static Step aggregate(String name, String from, List<String> by) {
        return new AggregateStep(name, from, by, Map.of("m", "median(value)"), new Skew.Auto());
    }
}
