/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.conf.Environment;
import dev.saltern.conf.Evolve;
import dev.saltern.conf.load.PipelineLoader;
import dev.saltern.jobs.TestSession;
import dev.saltern.jobs.publish.run.TableSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColumnCommentsTest {
    private static final String PIPELINE = """
            pipeline: p
            partition: {column: dt, grain: day}
            sources:
              readings:
                path: /raw/dt=${dt}/
                format: json
                schema: "id STRING NOT NULL COMMENT 'the sensor', at STRUCT<lat: DOUBLE COMMENT 'north'>, v DOUBLE"
            steps:
              - {name: chosen, sql: "SELECT dt, at, id AS sensor, count(*) OVER () AS n FROM readings"}
              - {name: single, dedupe: {from: chosen, keys: [sensor]}}
            outputs:
              p: {from: single, evolve: allow}
            """;

    @TempDir
    private Path folder;

    @Test
    void commentsOfTheSchemaFileGoWithTheColumnsIntoTheTable() throws IOException {
        Path file = Files.writeString(folder.resolve("p.yaml"), PIPELINE);
        Environment environment = new Environment("e", "/lake", "saltern", Map.of(), Map.of());
        TableSpec table = Analysis.analyse(
                        TestSession.session(), PipelineLoader.load(file, environment, Map.of()), "saltern", Map.of())
                .outputs()
                .get("p")
                .table();
        assertThat(table.schema().toDDL())
                .isEqualTo(
                        "at STRUCT<lat: DOUBLE COMMENT 'north'>,sensor STRING COMMENT 'the sensor',n BIGINT,dt DATE");
        assertThat(table.evolve()).isEqualTo(Evolve.ALLOW);
    }
}
