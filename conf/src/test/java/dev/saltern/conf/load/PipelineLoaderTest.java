/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.load;

import static dev.saltern.conf.load.ConfigurationFiles.LOCAL;
import static dev.saltern.conf.load.ConfigurationFiles.SMALLEST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.conf.Origin;
import dev.saltern.conf.Pipeline;
import dev.saltern.conf.SqlStep;
import dev.saltern.conf.Step;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipelineLoaderTest {
    /** The pipeline of the design, without the keys that come later. */
    private static final String DESIGN = """
            pipeline: sensor-daily
            partition: {column: dt, grain: day}
            sources:
              readings:
                path: ${raw}/readings/dt=${dt}/
                format: json
                schema: schemas/reading.ddl
                rules:
                  quarantine: |
                    IsComplete "sensor_id",
                    ColumnValues "temperature" between -60 and 60
                  fail: RowCount > 0
                max-quarantined: 1%
              sensors: {path: "${raw}/sensors/", format: csv, schema: schemas/sensor.ddl}
            steps:
              - {name: unique,  dedupe: {from: readings, keys: [sensor_id, ts], keep: {latest: received_at}}}
              - {name: located, join: {left: unique, right: sensors, on: [sensor_id], type: left}}
              - {name: daily,   sql: "SELECT dt, site, avg(value) AS mean FROM located GROUP BY ALL"}
              - {name: smooth,  moving-average: {from: located, by: [sensor_id], order: ts, value: value, window: 24h}}
              - {name: wide,    pivot: {from: daily, by: [dt, site], on: metric, aggregate: {mean: avg}}}
            outputs:
              sensor_daily: {from: daily, rules: {fail: 'IsPrimaryKey "dt" "sensor_id" "metric"'}}
              sensor_wide:  {from: wide}
            """;

    @TempDir
    private Path folder;

    private ConfigurationFiles files;

    @BeforeEach
    void writeSchemas() {
        files = new ConfigurationFiles(folder);
        files.write("pipelines/schemas/reading.ddl", "sensor_id STRING");
        files.write("schemas/sensor.ddl", "sensor_id STRING,\nsite STRING");
    }

    @Test
    void theDesignsPipelineLoads() {
        LoadedPipeline loaded = files.load(DESIGN);
        Pipeline pipeline = loaded.pipeline();
        assertThat(pipeline.sources().get("readings").path()).isEqualTo("/raw/readings/dt=${dt}/");
        assertThat(pipeline.sources().get("sensors").schema().text()).isEqualTo("sensor_id STRING,\nsite STRING");
        assertThat(pipeline.steps())
                .extracting(Step::name)
                .containsExactly("unique", "located", "daily", "smooth", "wide");
        assertThat(pipeline.outputs().keySet()).containsExactly("sensor_daily", "sensor_wide");
        assertThat(loaded.fingerprint()).matches("[0-9a-f]{64}");
    }

    @Test
    void aLookbackCountsForTheDaysOfAPipelineAndARetentionDoesNot() {
        String text = DESIGN.replace("grain: day}", "grain: day, lookback: 2}");
        assertThat(files.load(text).pipeline().partitioning().lookback()).isEqualTo(2);
        assertThat(files.load(text).fingerprint())
                .isNotEqualTo(files.load(DESIGN).fingerprint());
        String kept = DESIGN.replace("sources:", "retention: 400d\nsources:")
                .replace("from: wide}", "from: wide, retention: 7y}");
        assertThat(files.load(kept).fingerprint()).isEqualTo(files.load(DESIGN).fingerprint());
    }

    @Test
    void textsAndKeysKnowWhereTheyStand() {
        LoadedPipeline loaded = files.load(DESIGN);
        String file = folder.resolve("pipelines/p.yaml").toString();
        Pipeline pipeline = loaded.pipeline();
        assertThat(pipeline.sources().get("readings").rules().quarantine().origin())
                .isEqualTo(new Origin(file, 10, 9));
        assertThat(pipeline.sources().get("readings").rules().fail().origin()).isEqualTo(new Origin(file, 12, 13));
        assertThat(((SqlStep) pipeline.steps().get(2)).sql().origin()).isEqualTo(new Origin(file, 18, 27));
        assertThat(pipeline.sources().get("sensors").schema().origin())
                .isEqualTo(new Origin(folder.resolve("schemas/sensor.ddl").toString(), 1, 1));
        assertThat(loaded.origins().of("steps[1].join.type")).isEqualTo(new Origin(file, 17, 81));
        assertThat(loaded.origins().of("steps[2].sql.sql")).isEqualTo(new Origin(file, 18, 26));
        assertThat(loaded.origins().of("sources.readings.zone")).isEqualTo(new Origin(file, 4, 3));
    }

    @Test
    void fiveMistakesAreFiveProblems() {
        String text = """
                pipeline: sensor-daily
                sources:
                  readings:
                    path: /raw/
                    format: jsn
                    schema: id STRING
                    rules:
                      quarantin: IsComplete "id"
                    max-quarantined: 200%
                steps:
                  - name: daily
                    sql: SELECT * FROM readings
                  - name: located
                    join: {left: daly, right: readings}
                outputs:
                  table: {from: located}
                """;
        assertThat(files.problems(text))
                .containsExactly(
                        "5:13 Invalid sources.readings.format: jsn (must be csv, json, parquet or fixed-width;"
                                + " nearest: json)",
                        "8:7 Unknown key 'quarantin' (nearest: quarantine)",
                        "9:22 Invalid limit: 200% (must be a count such as 1000, or a share in [0%, 100%] such as 1%)",
                        "14:5 Missing required steps[1].join.on",
                        "14:18 Unknown source or step 'daly' (nearest: daily)");
    }

    @Test
    void aFileThatIsNoMappingOrNoYamlIsAProblem() {
        assertThat(files.problems(""))
                .singleElement()
                .asString()
                .startsWith("1:1 Invalid ")
                .contains("empty");
        assertThat(files.problems("# only a comment\n"))
                .singleElement()
                .asString()
                .contains("empty");
        assertThat(files.problems("- a\n")).singleElement().asString().endsWith("a list (must be a mapping)");
        assertThat(files.problems("pipeline: a\nsources: {\n"))
                .singleElement()
                .asString()
                .startsWith("3:1 Cannot read");
        assertThat(files.problems("pipeline: a\nsources:\n\treadings: 1\n"))
                .containsExactly("3:1 Invalid indentation: a tab (must be spaces)");
        assertThat(files.problems("sources: {a: {path: ${raw}/x}}\n"))
                .singleElement()
                .asString()
                .contains("quotes");
        assertThat(files.problems("a: \u0007\n")).singleElement().asString().startsWith("1:4 Invalid character: U+7");
        assertThat(files.problems("a: " + "[".repeat(5000)))
                .singleElement()
                .asString()
                .contains("nesting");
    }

    @Test
    void aMissingFileNamesThePipelinesThereAre() {
        files.write("pipelines/retail.yaml", SMALLEST);
        Path missing = folder.resolve("pipelines/retial.yaml");
        assertThat(ConfigurationFiles.problems(() -> PipelineLoader.load(missing, LOCAL, Map.of())))
                .containsExactly("1:1 Cannot read " + missing + ": no such file. There are: retail");
    }

    @Test
    void theFingerprintFollowsMeaningOnly() {
        String plain = files.load(SMALLEST).fingerprint();
        String formatted = "# a comment\nvariables: {unused: x}\n"
                + SMALLEST.replace("{path: \"/raw/\",", "{path: '${raw}/'  ,   header: ,");
        assertThat(files.load(formatted).fingerprint()).isEqualTo(plain);
        assertThat(files.load(formatted, Map.of("lake", "/other")).fingerprint())
                .isEqualTo(plain);
        assertThat(files.load(formatted, Map.of("raw", "/other")).fingerprint()).isNotEqualTo(plain);
        assertThat(files.load(SMALLEST.replace("id STRING", "id INT")).fingerprint())
                .isNotEqualTo(plain);
    }

    @Test
    void theFingerprintFollowsTheFilesThatAreNamed() {
        String before = files.load(DESIGN).fingerprint();
        files.write("schemas/sensor.ddl", "sensor_id STRING, site INT");
        assertThat(files.load(DESIGN).fingerprint()).isNotEqualTo(before);
    }

    @Test
    void whatNoProblemTouchesIsKeptWithItsOrigins() {
        Path file = files.write("pipelines/p.yaml", """
                pipeline: p
                sources:
                  a: {path: /a/, format: json, schema: "id STRING", delimter: ";"}
                  b: {path: /b/, format: xml, schema: "id STRING"}
                steps:
                  - {name: broken, dedup: {from: a, keys: [id]}}
                  - {name: kept, sql: SELECT id FROM a}
                outputs:
                  t: {from: kept}
                  u: {from: kpt}
                """);
        PartialPipeline read = PipelineLoader.inspect(file, LOCAL, Map.of());

        assertThat(read.problems())
                .extracting(problem -> problem.origin().line())
                .containsExactly(3, 4, 6, 10);
        assertThat(read.broken()).containsExactlyInAnyOrder("b", "broken");
        Pipeline kept = read.loaded().pipeline();
        assertThat(kept.sources()).containsOnlyKeys("a");
        assertThat(kept.outputs()).containsOnlyKeys("t");
        assertThat(kept.steps()).extracting(Step::name).containsExactly("kept");
        assertThat(read.loaded().origins().of("steps[0].sql").line()).isEqualTo(7);
    }
}
