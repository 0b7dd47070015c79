/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.conf.ExitCode;
import dev.saltern.submit.replay.Scaling;
import dev.saltern.test.day.JobProcess;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** A day by {@code saltern run} in one process, and by the job jar on YARN in cluster mode, as the step of an EMR cluster runs it. */
final class YarnDayTest {
    private static final String CONF = "saltern-conf";

    private final Path folder = Path.of("target", "yarn-day").toAbsolutePath();

    @Test
    void theJobJarInContainersMakesTheSameRows() throws Exception {
        Path yarn = yarn();
        Path jar = SparkHome.jobJar();
        ClusterDay day = ClusterDay.make(folder);
        EventLog events = EventLog.in(folder.resolve("events"));
        String archive = archive(day);
        try (JobProcess local = day.runHere();
                YarnCluster cluster = YarnCluster.start(
                        SparkHome.make(folder.resolve("spark")).with(yarn), folder);
                JobProcess submitted =
                        cluster.submit(folder.resolve("step.log"), jar, archive, events.settings(), day.words(CONF))) {
            assertThat(local.await()).as(local.tail()).isZero();
            assertThat(submitted.await()).as(submitted.tail()).isZero();
            assertThat(submitted.lines()).anyMatch(line -> line.contains("final status: SUCCEEDED"));
            assertThat(events.executors())
                    .as("executors that finished tasks")
                    .hasSize(2)
                    .doesNotContain("driver");
            assertThat(events.setting("spark.master")).isEqualTo("yarn");
            assertThat(events.setting("spark.submit.deployMode")).isEqualTo("cluster");
            Scaling scaling = day.scaling(ClusterDay.CLUSTER);
            assertThat(scaling.error()).as(String.join("\n", scaling.lines())).isBetween(-0.1, 0.1);
            Map<String, String> expected = day.published(ClusterDay.LOCAL);
            assertThat(day.published(ClusterDay.CLUSTER)).isEqualTo(expected);
            assertThat(expected).hasSizeGreaterThanOrEqualTo(ClusterDay.TABLES.size());
            aWrongPipelineTellsItsExitCode(day, cluster, jar, archive);
        }
    }

    /** The step fails, and the diagnostics that EMR shows hold the exit code of the job. */
    private void aWrongPipelineTellsItsExitCode(ClusterDay day, YarnCluster cluster, Path jar, String archive)
            throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(day.words(CONF));
        words.set(1, "no-such");
        try (JobProcess failing =
                cluster.submit(folder.resolve("failing-step.log"), jar, archive, new TreeMap<>(), words)) {
            assertThat(failing.await()).as(failing.tail()).isEqualTo(1);
            assertThat(failing.lines())
                    .anyMatch(line -> line.endsWith("exitCode: " + ExitCode.INVALID_CONFIGURATION.code()));
        }
    }

    /** Returns the folder of YARN's own jars, which only the profile brings. */
    private static Path yarn() {
        String jars = System.getProperty("saltern.yarn", "");
        Assumptions.assumeTrue(
                !jars.isEmpty(),
                "Skipped: YARN is not there; mvn -Pyarn -pl test -am package brings it, and runs this");
        return Path.of(jars);
    }

    private String archive(ClusterDay day) throws IOException {
        Path zip = folder.resolve("sensor-daily.zip");
        try (InputStream content = day.archive().zip().open()) {
            Files.copy(content, zip);
        }
        return zip.toUri() + "#" + CONF;
    }
}
