/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitCommandTest {
    @TempDir
    private Path folder;

    private Cli run(String... args) {
        return Cli.run(Cli.surroundings(folder, null), args);
    }

    @Test
    void filesAreCreatedAndTheNextCommandsTold() throws IOException {
        Cli cli = run("init", "wind-park");

        assertThat(cli.out()).isEqualTo("""
                Created conf/pipelines/wind-park.yaml
                Created conf/schemas/wind-park.ddl
                Created conf/rules/tests/wind-park.yaml
                Created raw/wind-park/dt=2026-01-31/part-0.csv
                Created conf/environments/local.yaml
                Created conf/pipeline.schema.json
                Created conf/environment.schema.json
                Created conf/rule-test.schema.json
                Next:
                  saltern validate wind-park
                  saltern rules test
                  saltern run wind-park --date 2026-01-31
                  saltern query 'SELECT * FROM wind_park'
                """);
        assertThat(cli.exitCode()).isZero();
        assertThat(Files.readString(folder.resolve("conf/pipelines/wind-park.yaml")))
                .contains("\npipeline: wind-park\n", "path: ${raw}/wind-park/dt=${dt}/", "\n  wind_park:\n")
                .doesNotContain("{{");
        assertThat(folder.resolve("raw/wind-park/dt=2026-01-31/part-0.csv"))
                .content()
                .contains("2026-01-31T08:00:00Z");
    }

    @Test
    void nothingIsOverwritten() throws IOException {
        Path environment = folder.resolve("p/conf/environments/local.yaml");
        Files.createDirectories(environment.getParent());
        Files.writeString(environment, "mine");
        Path schema = folder.resolve("p/conf/schemas/second.ddl");
        Files.createDirectories(schema.getParent());
        Files.writeString(schema, "mine too");

        assertThat(run("init", "first", "--dir", "p").out())
                .doesNotContain("local.yaml")
                .contains("Next:\n  cd p\n");
        Cli second = run("init", "second", "--dir", "p");

        assertThat(environment).hasContent("mine");
        assertThat(schema).hasContent("mine too");
        assertThat(second.exitCode()).isEqualTo(2);
        assertThat(second.err()).contains("Cannot create pipeline second: p/conf/schemas/second.ddl exists\nwhere: ");
        assertThat(folder.resolve("p/conf/pipelines/second.yaml")).doesNotExist();
    }
}
