/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.day;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.saltern.conf.Access;
import dev.saltern.jobs.Main;
import dev.saltern.jobs.publish.journal.JournalEntry;
import dev.saltern.jobs.publish.journal.LakeJournal;
import dev.saltern.jobs.publish.store.LakeStore;
import dev.saltern.jobs.publish.store.LakeStores;
import dev.saltern.submit.sample.SampleGenerator;
import dev.saltern.submit.sample.SampleSpec;
import dev.saltern.test.kit.Aws;
import dev.saltern.test.kit.AwsEmulator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A day whose raw files and lake are on S3, published by a run that follows a killed one, against the same day on a local disk. */
@ExtendWith(AwsEmulator.class)
final class S3DayTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 31);
    private static final String[] RUN = {"run", "sensor-daily", "--date", DAY.toString()};
    private static final String LAKE = "s3://curated/lake";
    private static final List<String> TABLES = List.of("sensor_daily", "site_wide", "sensor_smooth", "site_notes");
    private static final String QUARANTINE = "SELECT source, line, rule_ids, original FROM sensor_daily_quarantine";

    /** The catalog stays open until the JVM ends, so this is removed by the next run; until then it can be looked at. */
    private final Path folder = Path.of("target", "s3-day").toAbsolutePath();

    @Test
    void aDayOnS3EqualsTheLocalOneAlsoAfterAKill(Aws aws) throws Exception {
        FileUtils.deleteDirectory(folder.toFile());
        Path raw = folder.resolve("raw");
        Path localLake = folder.resolve("lake");
        new SampleGenerator(new SampleSpec(raw, DAY, 1, 600, 12, 7, 0.05, 0.3)).generate();
        upload(aws, raw);
        Saltern local = new Saltern(Saltern.projectConf(), raw, localLake);
        Saltern onS3 = new Saltern(conf(aws), "s3");
        try (JobProcess clean =
                        JobProcess.start(folder.resolve("local.log"), List.of(), Main.class, local.arguments(RUN));
                JobProcess killed = JobProcess.start(
                        folder.resolve("s3.log"),
                        credentials("-Dsaltern.crash-at=AFTER_COMMIT:2"),
                        Main.class,
                        onS3.arguments(RUN))) {
            assertThat(killed.await()).as(killed.tail()).isEqualTo(JobProcess.KILLED);
            assertThat(clean.await()).as(clean.tail()).isZero();
        }

        Saltern.Answer again = onS3.run(RUN);
        assertThat(again.exitCode()).as(again.toString()).isZero();

        LakeStore s3 = LakeStores.open(LAKE, access(aws), new Configuration());
        LakeStore disk = LakeStores.open("file:" + localLake, Access.DEFAULT, new Configuration());
        for (String table : TABLES) {
            assertThat(published(s3, table)).as(table).isNotEmpty().isEqualTo(published(disk, table));
        }
        assertThat(new LakeJournal(s3).load("sensor_daily", 1).projection())
                .allSatisfy(state -> assertThat(state.location()).startsWith("_runs/sensor_daily/"));
        assertThat(onS3.query("SELECT * FROM sensor_daily")).hasSize(rows(disk, "sensor_daily"));
        assertThat(onS3.query(QUARANTINE)).hasSize(rows(disk, "sensor_daily_quarantine"));
        // The magic committer leaves nothing of its own in what was sealed.
        assertThat(s3.files("_runs")).noneMatch(file -> file.path().contains("__magic"));
        pagesCanBeRead(s3, again.out());

        Saltern.Answer third = onS3.run(RUN);
        assertThat(third.exitCode()).as(third.toString()).isZero();
        assertThat(third.out()).contains("up to date");
        Saltern.Answer doctor = onS3.run("doctor");
        assertThat(doctor.exitCode()).as(doctor.toString()).isZero();
        // A process that has opened no session reaches S3 too.
        Path log = folder.resolve("history.log");
        try (JobProcess history = JobProcess.start(log, credentials(), Main.class, onS3.arguments("history"))) {
            assertThat(history.await()).as(history.tail()).isZero();
            assertThat(history.tail()).contains("sensor-daily");
        }
    }

    /** The run that was published leaves its page, the same as JSON, its lineage and the history beside its tables. */
    private static void pagesCanBeRead(LakeStore s3, String out) throws IOException {
        String page = out.lines()
                .filter(line -> line.startsWith("  report: " + LAKE + "/_pages/sensor-daily/"))
                .map(line -> line.substring(("  report: " + LAKE + "/").length()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(out));
        assertThat(text(s3, page)).startsWith("<!DOCTYPE html>").contains(">published</span>", "</html>");
        JsonNode json = new ObjectMapper().readTree(text(s3, page.replace(".html", ".json")));
        assertThat(json.at("/report/verdict").asText()).isEqualTo("PUBLISHED");
        assertThat(json.path("inputs").path(0).path("path").asText()).startsWith("s3");
        assertThat(json.at("/resources/amounts/storageReadBytes").asLong()).isPositive();
        assertThat(json.path("tables"))
                .isNotEmpty()
                .allSatisfy(table ->
                        assertThat(text(s3, table.path("manifest").asText())).contains("\"schema\""));
        assertThat(text(s3, page.replace(".html", ".openlineage.json"))).contains("\"COMPLETE\"");
        assertThat(text(s3, "_pages/history.html")).contains(page.substring("_pages/".length()));
    }

    private static String text(LakeStore lake, String file) {
        return new String(lake.read(file).orElseThrow(() -> new AssertionError(file)), StandardCharsets.UTF_8);
    }

    private Path conf(Aws aws) throws IOException {
        Path conf = folder.resolve("conf");
        for (String part : List.of("pipelines", "schemas", "rules")) {
            FileUtils.copyDirectory(
                    Saltern.projectConf().resolve(part).toFile(),
                    conf.resolve(part).toFile());
        }
        Path file = conf.resolve("environments").resolve("s3.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                environment: s3
                lake: %s
                metastore: %s
                access: {region: %s, endpoint: "%s", path-style: true}
                variables: {raw: "s3://raw/in"}
                spark: {spark.master: "local[2]"}
                """.formatted(LAKE, folder.resolve("metastore"), Aws.REGION, aws.endpoint()));
        return conf;
    }

    private static List<String> credentials(String... more) {
        List<String> options = new ArrayList<>(List.of(more));
        options.add("-Daws.accessKeyId=" + Aws.ACCESS_KEY);
        options.add("-Daws.secretAccessKey=" + Aws.ACCESS_KEY);
        return options;
    }

    private static Access access(Aws aws) {
        return new Access(Aws.REGION, aws.endpoint().toString(), true);
    }

    private static void upload(Aws aws, Path raw) throws IOException {
        aws.createBucket("raw");
        aws.createBucket("curated");
        try (Stream<Path> files = Files.walk(raw)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                aws.put("raw", "in/" + raw.relativize(file), Files.readAllBytes(file));
            }
        }
    }

    /** Returns the rows and the checksum of each live partition. */
    private static Map<String, String> published(LakeStore lake, String table) {
        Map<String, String> partitions = new TreeMap<>();
        newest(lake, table)
                .projection()
                .forEach(state ->
                        partitions.put(state.values().toString(), state.rows() + " rows, " + state.checksum()));
        return partitions;
    }

    private static int rows(LakeStore lake, String table) {
        return newest(lake, table).projection().stream()
                .mapToInt(state -> Math.toIntExact(state.rows()))
                .sum();
    }

    private static JournalEntry newest(LakeStore lake, String table) {
        LakeJournal journal = new LakeJournal(lake);
        return journal.load(table, journal.head(table).orElseThrow());
    }
}
