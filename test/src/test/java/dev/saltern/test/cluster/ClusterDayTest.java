/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.saltern.submit.replay.Scaling;
import dev.saltern.test.day.JobProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.Test;

/** A day by {@code saltern run} in one process, and by spark-submit of the job jar on a Spark of five: the same rows, byte by byte. */
final class ClusterDayTest {
    private static final String LAUNCH = "20260201T003000-00ff00";
    private static final long MAX_JAR_BYTES = 4 << 20;

    private final Path folder = Path.of("target", "cluster-day").toAbsolutePath();

    @Test
    void theJobJarOnAClusterMakesTheSameRows() throws Exception {
        Path jar = SparkHome.jobJar();
        ClusterDay day = ClusterDay.make(folder);
        EventLog events = EventLog.in(folder.resolve("events"));
        Map<String, String> settings = new TreeMap<>(events.settings());
        settings.put("spark.saltern.launch", LAUNCH);
        String progress;
        try (JobProcess local = day.runHere();
                StandaloneCluster cluster = StandaloneCluster.start(SparkHome.make(folder.resolve("spark")), folder);
                JobProcess submitted =
                        cluster.submit(folder.resolve("cluster.log"), jar, settings, day.words(unpacked(day)))) {
            progress = progress(day, submitted);
            assertThat(submitted.await()).as(submitted.tail()).isZero();
            assertThat(local.await()).as(local.tail()).isZero();
        }
        // What a launcher shows meanwhile, and sizes the next launch by.
        assertThat(progress).contains("\"phase\"", "\"tasksDone\"", "\"rows\"");
        assertThat(progressFile(day)).doesNotExist();
        JsonNode setting = day.report(ClusterDay.CLUSTER).path("setting");
        assertThat(setting.path("launch").asText()).isEqualTo(LAUNCH);
        assertThat(setting.path("inputBytes").asLong()).isPositive();
        assertThat(setting.path("cores").asInt()).isEqualTo(2);
        assertThat(events.executors()).as("executors that finished tasks").hasSize(2);
        // On as many slots as there were, the tasks take as long as the clock said, in one process and in five.
        for (String lake : List.of(ClusterDay.LOCAL, ClusterDay.CLUSTER)) {
            Scaling scaling = day.scaling(lake);
            assertThat(scaling.error()).as(String.join("\n", scaling.lines())).isBetween(-0.1, 0.1);
            assertThat(scaling.rows().get(0).seconds()).isLessThan(scaling.run().seconds());
        }
        Map<String, String> expected = day.published(ClusterDay.LOCAL);
        assertThat(day.published(ClusterDay.CLUSTER)).isEqualTo(expected);
        assertThat(expected).hasSizeGreaterThanOrEqualTo(ClusterDay.TABLES.size());
    }

    @Test
    void theJobJarBringsNothingThatSparkBrings() throws IOException {
        Path jar = SparkHome.jobJar();
        try (JarFile file = new JarFile(jar.toFile())) {
            assertThat(file.stream().map(entry -> entry.getName()))
                    .noneMatch(name -> name.startsWith("org/apache/")
                            || name.startsWith("scala/")
                            || name.startsWith("software/amazon/")
                            || name.startsWith("com/fasterxml/jackson/core/"));
        }
        assertThat(Files.size(jar)).isLessThan(MAX_JAR_BYTES);
    }

    /** A client's driver finds the archive unpacked where it was made. */
    private String unpacked(ClusterDay day) throws IOException {
        Path conf = folder.resolve("saltern-conf");
        for (Map.Entry<String, Path> file : day.archive().files().entrySet()) {
            FileUtils.copyFile(
                    file.getValue().toFile(), conf.resolve(file.getKey()).toFile());
        }
        return conf.toString();
    }

    private static Path progressFile(ClusterDay day) {
        return day.lake(ClusterDay.CLUSTER).resolve("_progress").resolve(LAUNCH + ".json");
    }

    private static String progress(ClusterDay day, JobProcess job) throws IOException, InterruptedException {
        Path file = progressFile(day);
        while (job.isAlive()) {
            String text = Files.exists(file) ? Files.readString(file) : "";
            if (text.contains("rows")) {
                return text;
            }
            Thread.sleep(50);
        }
        return "";
    }
}
