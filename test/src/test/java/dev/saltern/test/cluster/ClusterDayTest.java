/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.saltern.conf.load.ConfigurationFolder;
import dev.saltern.conf.load.EnvironmentLoader;
import dev.saltern.conf.load.LoadedPipeline;
import dev.saltern.conf.load.PipelineLoader;
import dev.saltern.jobs.publish.journal.LakeJournal;
import dev.saltern.jobs.publish.store.LakeStore;
import dev.saltern.jobs.publish.store.LakeStores;
import dev.saltern.submit.code.PipelineArchive;
import dev.saltern.submit.sample.SampleGenerator;
import dev.saltern.submit.sample.SampleSpec;
import dev.saltern.test.day.JobProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;

/** A day by {@code saltern run} in one process, and by spark-submit of the job jar on a Spark of five: the same rows, byte by byte. */
final class ClusterDayTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 31);
    private static final Path CONF = Path.of("..", "conf").toAbsolutePath().normalize();
    private static final String LAUNCH = "20260201T003000-00ff00";
    private static final List<String> TABLES = List.of("sensor_daily", "site_wide", "sensor_smooth", "site_notes");
    private static final long MAX_JAR_BYTES = 4 << 20;

    private final Path folder = Path.of("target", "cluster-day").toAbsolutePath();

    @Test
    void theJobJarOnAClusterMakesTheSameRows() throws Exception {
        Path jar = SparkHome.jobJar();
        FileUtils.deleteDirectory(folder.toFile());
        new SampleGenerator(new SampleSpec(folder.resolve("raw"), DAY, 1, 2_000, 12, 7, 0.05, 0.3)).generate();
        Path events = Files.createDirectories(folder.resolve("events"));
        Path environment = environment();
        Map<String, String> settings = Map.of(
                "spark.saltern.launch",
                LAUNCH,
                "spark.eventLog.enabled",
                "true",
                "spark.eventLog.dir",
                events.toUri().toString());
        String progress;
        try (JobProcess local = JobProcess.start(
                        folder.resolve("local.log"),
                        List.of(),
                        dev.saltern.submit.Main.class,
                        words("local", CONF, environment.toString()));
                StandaloneCluster cluster = StandaloneCluster.start(SparkHome.make(folder.resolve("spark")), folder);
                JobProcess submitted = cluster.submit(
                        folder.resolve("cluster.log"), jar, settings, words("cluster", archive(environment), "here"))) {
            progress = progress(submitted);
            assertThat(submitted.await()).as(submitted.tail()).isZero();
            assertThat(local.await()).as(local.tail()).isZero();
        }
        // What a launcher shows meanwhile, and sizes the next launch by.
        assertThat(progress).contains("\"phase\"", "\"tasksDone\"", "\"rows\"");
        assertThat(progressFile()).doesNotExist();
        assertThat(setting().path("launch").asText()).isEqualTo(LAUNCH);
        assertThat(setting().path("inputBytes").asLong()).isPositive();
        assertThat(setting().path("cores").asInt()).isEqualTo(2);
        assertThat(executors(events)).as("executors that finished tasks").hasSize(2);
        Map<String, String> expected = published("local");
        assertThat(published("cluster")).isEqualTo(expected);
        assertThat(expected).hasSizeGreaterThanOrEqualTo(TABLES.size());
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

    /** The environment names no master: which Spark it is, is the caller's to say. */
    private Path environment() throws IOException {
        Path file = folder.resolve("here.yaml");
        Files.writeString(file, "environment: here\nlake: nowhere\nvariables: {raw: nowhere}\n");
        return file;
    }

    /** Lays out what a launch would send to the cluster: the pipeline, its environment and the files that it names. */
    private Path archive(Path environment) throws IOException {
        Path conf = folder.resolve("saltern-conf");
        LoadedPipeline pipeline = PipelineLoader.load(
                new ConfigurationFolder(CONF).pipeline("sensor-daily"),
                EnvironmentLoader.load(environment, Map.of()),
                Map.of());
        for (Map.Entry<String, Path> file :
                PipelineArchive.of(pipeline, environment, "here").files().entrySet()) {
            FileUtils.copyFile(
                    file.getValue().toFile(), conf.resolve(file.getKey()).toFile());
        }
        return conf;
    }

    private List<String> words(String name, Path conf, String environment) {
        List<String> words = new ArrayList<>(List.of("run", "sensor-daily", "--date", DAY.toString()));
        words.addAll(List.of("--conf", conf.toString(), "--env", environment));
        words.addAll(List.of("--set", "lake=" + lake(name), "--set", "raw=" + folder.resolve("raw")));
        return words;
    }

    private Path progressFile() {
        return lake("cluster").resolve("_progress").resolve(LAUNCH + ".json");
    }

    private String progress(JobProcess job) throws IOException, InterruptedException {
        while (job.isAlive()) {
            String text = Files.exists(progressFile()) ? Files.readString(progressFile()) : "";
            if (text.contains("rows")) {
                return text;
            }
            Thread.sleep(50);
        }
        return "";
    }

    private JsonNode setting() throws IOException {
        try (Stream<Path> reports = Files.list(lake("cluster").resolve("_reports/sensor-daily"))) {
            Path report = reports.filter(file -> file.toString().endsWith(".json"))
                    .findFirst()
                    .orElseThrow();
            return new ObjectMapper().readTree(report.toFile()).path("setting");
        }
    }

    private Path lake(String name) {
        return folder.resolve(name + "-lake");
    }

    /** Returns rows and checksum of each live partition of each table, and of what was set aside the rows. */
    private Map<String, String> published(String name) {
        LakeStore lake = LakeStores.open("file:" + lake(name), dev.saltern.conf.Access.DEFAULT, new Configuration());
        LakeJournal journal = new LakeJournal(lake);
        Map<String, String> partitions = new TreeMap<>();
        for (String table : TABLES) {
            journal.load(table, journal.head(table).orElseThrow())
                    .projection()
                    .forEach(state -> partitions.put(
                            table + state.values(), state.rows() + " rows, checksum " + state.checksum()));
        }
        journal.load(
                        "sensor_daily_quarantine",
                        journal.head("sensor_daily_quarantine").orElseThrow())
                .projection()
                .forEach(state -> partitions.put("quarantine" + state.values(), state.rows() + " rows"));
        return partitions;
    }

    private static Set<String> executors(Path events) throws IOException {
        Set<String> executors = new TreeSet<>();
        try (Stream<Path> files = Files.list(events)) {
            for (Path file : files.filter(log -> !log.getFileName().toString().startsWith("."))
                    .toList()) {
                for (String line : Files.readAllLines(file)) {
                    if (line.contains("SparkListenerTaskEnd")) {
                        JsonNode task = new ObjectMapper().readTree(line);
                        executors.add(task.path("Task Info").path("Executor ID").asText());
                    }
                }
            }
        }
        return executors;
    }
}
