/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.saltern.conf.Access;
import dev.saltern.conf.load.ConfigurationFolder;
import dev.saltern.conf.load.EnvironmentLoader;
import dev.saltern.conf.load.LoadedPipeline;
import dev.saltern.conf.load.PipelineLoader;
import dev.saltern.jobs.publish.journal.LakeJournal;
import dev.saltern.jobs.publish.store.LakeStore;
import dev.saltern.jobs.publish.store.LakeStores;
import dev.saltern.submit.code.PipelineArchive;
import dev.saltern.submit.replay.RecordedRun;
import dev.saltern.submit.replay.Scaling;
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
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.hadoop.conf.Configuration;

/**
 * A day of raw files that is run here and on a cluster, each time into a lake of its own.
 *
 * @param folder where all of it is
 */
record ClusterDay(Path folder) {
    /** The lake of the run in one process. */
    static final String LOCAL = "local";

    /** The lake of the run on a cluster. */
    static final String CLUSTER = "cluster";

    static final List<String> TABLES = List.of("sensor_daily", "site_wide", "sensor_smooth", "site_notes");

    private static final LocalDate DAY = LocalDate.of(2026, 1, 31);
    private static final Path CONF = Path.of("..", "conf").toAbsolutePath().normalize();

    /** Makes the raw files anew, and an environment that names no master: which Spark it is, is the caller's to say. */
    static ClusterDay make(Path folder) throws IOException {
        FileUtils.deleteDirectory(folder.toFile());
        return new ClusterDay(folder).filled(2_000);
    }

    /** Makes the same raw files again, and leaves the lakes of other runs where they are. */
    static ClusterDay makeAgain(Path folder, int readings, String lake) throws IOException {
        ClusterDay day = new ClusterDay(folder);
        FileUtils.deleteDirectory(day.lake(lake).toFile());
        return day.filled(readings);
    }

    private ClusterDay filled(int readings) throws IOException {
        new SampleGenerator(new SampleSpec(raw(), DAY, 1, readings, 12, 7, 0.05, 0.3)).generate();
        Files.writeString(environment(), "environment: here\nlake: nowhere\nvariables: {raw: nowhere}\n");
        return this;
    }

    /** Starts {@code saltern run}. */
    JobProcess runHere() throws IOException {
        return JobProcess.start(
                folder.resolve("local.log"),
                List.of(),
                dev.saltern.submit.Main.class,
                words(LOCAL, CONF.toString(), environment().toString()));
    }

    /** Returns the words of the job on a cluster, which finds what {@link #archive} holds in the folder. */
    List<String> words(String conf) {
        return words(CLUSTER, conf, "here");
    }

    /** Returns the words of a run into a lake of that name. */
    List<String> words(String lake, Path conf) {
        return words(lake, conf.toString(), environment().toString());
    }

    /** Returns what a launch would send to the cluster: the pipeline, its environment and the files that it names. */
    PipelineArchive archive() {
        LoadedPipeline pipeline = PipelineLoader.load(
                new ConfigurationFolder(CONF).pipeline("sensor-daily"),
                EnvironmentLoader.load(environment(), Map.of()),
                Map.of());
        return PipelineArchive.of(pipeline, environment(), "here");
    }

    Path raw() {
        return folder.resolve("raw");
    }

    Path lake(String name) {
        return folder.resolve(name + "-lake");
    }

    /** Returns rows and checksum of each live partition of each table, and of what was set aside the rows. */
    Map<String, String> published(String name) {
        LakeStore lake = LakeStores.open("file:" + lake(name), Access.DEFAULT, new Configuration());
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

    /** Returns the report of the one run of a lake. */
    JsonNode report(String name) throws IOException {
        try (Stream<Path> reports = Files.list(lake(name).resolve("_reports/sensor-daily"))) {
            Path report = reports.filter(file -> file.toString().endsWith(".json"))
                    .findFirst()
                    .orElseThrow();
            return new ObjectMapper().readTree(report.toFile());
        }
    }

    /** Returns the replay of the one run of a lake. */
    Scaling scaling(String name) throws IOException {
        return Scaling.of(RecordedRun.of(report(name)).orElseThrow(), 1);
    }

    private Path environment() {
        return folder.resolve("here.yaml");
    }

    private List<String> words(String name, String conf, String environment) {
        List<String> words = new ArrayList<>(List.of("run", "sensor-daily", "--date", DAY.toString()));
        words.addAll(List.of("--conf", conf, "--env", environment));
        words.addAll(List.of("--set", "lake=" + lake(name), "--set", "raw=" + raw()));
        return words;
    }
}
