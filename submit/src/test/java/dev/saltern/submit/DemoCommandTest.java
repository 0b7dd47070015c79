/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {
    @TempDir
    private Path folder;

    @Test
    void commandsAreShownAndRunInOrder() throws IOException {
        Path home = folder.resolve("home");
        Files.createDirectories(home.resolve("conf/pipelines"));

        Cli cli = Cli.run(Cli.surroundings(folder, home), "demo", "--dir", "d");

        assertThat(cli.err()).isEmpty();
        assertThat(cli.exitCode()).isZero();
        assertThat(folder.resolve("d/raw/readings/dt=2026-01-31/part-00000.ndjson.gz"))
                .exists();
        assertThat(cli.out().lines().filter(line -> line.startsWith("$ saltern") || line.startsWith("job")))
                .startsWith(
                        "$ saltern sample-data --out d/raw --date 2026-01-31",
                        "$ saltern run sensor-daily --date 2026-01-31 --set raw=d/raw --set lake=d/lake",
                        "job run|sensor-daily|--conf|" + home.resolve("conf")
                                + "|--env|local|--set|raw=d/raw|--set|lake=d/lake|--date|2026-01-31")
                .hasSize(11)
                .anyMatch(
                        line -> line.startsWith("$ saltern query 'SELECT * FROM site_wide ORDER BY site' --set lake="));
    }

    @Test
    void projectOfTheUsersOwnDoesNotHideTheDemoPipeline() throws IOException {
        Path home = folder.resolve("home");
        Files.createDirectories(home.resolve("conf/pipelines"));
        Files.createDirectories(folder.resolve("conf/pipelines"));

        assertThat(Cli.run(Cli.surroundings(folder, home), "demo").out())
                .contains("--set lake=saltern-demo/lake --conf " + home.resolve("conf"))
                .contains("job run|sensor-daily|--conf|" + home.resolve("conf"));
    }

    @Test
    void failureEndsTheDemo() {
        Cli cli = Cli.run(Cli.surroundings(folder, null), "demo");

        assertThat(cli.exitCode()).isEqualTo(2);
        assertThat(cli.err()).contains("Missing required --conf");
        assertThat(cli.out()).contains("$ saltern run").doesNotContain("$ saltern query");
    }
}
