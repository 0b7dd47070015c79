/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.saltern.test.day.JobProcess;
import dev.saltern.test.day.Saltern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.spark.package$;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * The same day under each version of Spark that the job is built for: the same rows, one by one.
 *
 * <p>A build has one Spark. So the build without a profile leaves what its tables hold, and those with another Spark compare theirs with it.
 */
final class SparkVersionsTest {
    private static final String COMMAND = "mvn -B -pl test -am package -Pversions";
    private static final int READINGS = 20_000;
    /** The Jackson of Spark 4 tells of some breaks the place before the character, that of Spark 3.5 the one behind it. */
    private static final Pattern PLACE = Pattern.compile("(broken JSON near character) [0-9]+");
    /** All but the run that set a row aside, which no two runs share. */
    private static final String QUARANTINE =
            "(SELECT source, file, line, original, rule_ids, reasons, dt FROM sensor_daily_quarantine)";

    private final Path folder = Path.of("target", "spark-versions").toAbsolutePath();
    private final String version = package$.MODULE$.SPARK_VERSION();

    @Test
    void theDayHasTheSameRowsAsUnderTheOtherVersions() throws Exception {
        Assumptions.assumeTrue(
                Boolean.getBoolean("saltern.versions"), "Skipped: it is two builds, " + COMMAND + " being the first");
        if (version.startsWith("3.")) {
            // The build without a profile is the first: what others have left may be of another source.
            FileUtils.deleteDirectory(folder.toFile());
        }
        ClusterDay day = ClusterDay.makeAgain(folder, READINGS, version);
        runs(day);
        balances(day.report(version));
        Path rows = folder.resolve(version + "-rows");
        leave(day, rows);

        List<Path> others = others();
        Assumptions.assumeFalse(
                others.isEmpty(),
                "Skipped: the rows under Spark " + version + " are in " + rows + " and are compared by the next build: "
                        + COMMAND + ",spark4");
        for (Path other : others) {
            for (String table : tables().keySet()) {
                assertThat(rows(rows.resolve(table)))
                        .as(table + " under " + rows + " and " + other)
                        .isEqualTo(rows(other.resolve(table)));
            }
        }
    }

    /** As spark-submit runs it: the job jar, and the jars of this Spark. */
    private void runs(ClusterDay day) throws IOException, InterruptedException {
        Map<String, String> settings = new TreeMap<>();
        settings.put("spark.ui.enabled", "false");
        settings.put("spark.driver.host", Daemons.LOOPBACK);
        settings.put("spark.driver.bindAddress", Daemons.LOOPBACK);
        Path jar = SparkHome.jobJar();
        Path home = folder.resolve(version + "-spark");
        FileUtils.deleteDirectory(home.toFile());
        try (Daemons daemons = new Daemons(SparkHome.make(home), folder, List.of(), Map.of());
                JobProcess job = daemons.submit(
                        folder.resolve(version + ".log"),
                        settings,
                        List.of("--master", "local[2]"),
                        jar,
                        day.words(version, Saltern.projectConf()))) {
            assertThat(job.await()).as(job.tail()).isZero();
        }
    }

    private static void balances(JsonNode report) {
        assertThat(report.path("verdict").asText()).isEqualTo("PUBLISHED");
        assertThat(report.path("balanced").asBoolean()).isTrue();
        assertThat(report.path("sources").get(0).path("read").asLong()).isEqualTo(READINGS);
    }

    /** Writes the rows of each table as the catalog returns them, a line each and in order. */
    private void leave(ClusterDay day, Path rows) throws IOException {
        Saltern saltern = new Saltern(Saltern.projectConf(), day.raw(), day.lake(version));
        Files.createDirectories(rows);
        for (Map.Entry<String, String> table : tables().entrySet()) {
            Saltern.Answer answer = saltern.run(
                    "query", "--csv", "SELECT to_json(struct(*)) AS row FROM " + table.getValue() + " ORDER BY row");
            assertThat(answer.exitCode()).as(answer.toString()).isZero();
            assertThat(answer.out().lines()).as(table.getKey()).hasSizeGreaterThan(1);
            Files.writeString(rows.resolve(table.getKey()), answer.out());
        }
    }

    private static List<String> rows(Path table) throws IOException {
        return Files.readAllLines(table).stream()
                .map(row -> PLACE.matcher(row).replaceAll("$1"))
                .toList();
    }

    private static Map<String, String> tables() {
        Map<String, String> tables = new TreeMap<>();
        ClusterDay.TABLES.forEach(table -> tables.put(table, table));
        tables.put("sensor_daily_quarantine", QUARANTINE);
        return tables;
    }

    private List<Path> others() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> path.getFileName().toString().endsWith("-rows"))
                    .filter(path -> !path.getFileName().toString().equals(version + "-rows"))
                    .toList();
        }
    }
}
