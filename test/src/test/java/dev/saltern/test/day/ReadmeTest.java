/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the first page shows is a pipeline that plans, to the letter. */
final class ReadmeTest {
    private static final Path CONF = Path.of("src", "test", "resources", "readme");

    @Test
    void pipelineOfTheFirstPagePlans(@TempDir Path folder) throws IOException {
        String readme = Files.readString(Path.of("..", "README.md"));
        String shown = readme.substring(readme.indexOf("```yaml\n") + "```yaml\n".length());
        assertThat(shown.substring(0, shown.indexOf("```")))
                .isEqualTo(Files.readString(CONF.resolve("pipelines/my-sensors.yaml")));

        Saltern saltern = new Saltern(CONF.toAbsolutePath(), folder.resolve("raw"), folder.resolve("lake"));
        Saltern.Answer answer = saltern.run("plan", "my-sensors", "--date", "2026-01-31");
        assertThat(answer.exitCode()).as(answer.toString()).isZero();
        assertThat(answer.out()).contains("my_sensors_daily", "dt DATE");

        Saltern.Answer withoutDay = saltern.run("plan", "my-sensors");
        assertThat(withoutDay.exitCode()).isEqualTo(2);
        assertThat(withoutDay.err()).contains("Missing required --date: my-sensors is partitioned by dt");
    }

    @Test
    void everyShippedPipelineIsValid(@TempDir Path folder) {
        Saltern saltern = new Saltern(Saltern.projectConf(), folder.resolve("raw"), folder.resolve("lake"));
        Saltern.Answer answer = saltern.run("validate");
        assertThat(answer.exitCode()).as(answer.toString()).isZero();
        assertThat(answer.out()).contains("air-quality: valid", "retail: valid", "sensor-daily: valid");
    }
}
