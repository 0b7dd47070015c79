/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.day;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.conf.Access;
import dev.saltern.jobs.aws.AwsClients;
import dev.saltern.jobs.publish.store.LakeStore;
import dev.saltern.jobs.publish.store.LakeStores;
import dev.saltern.test.kit.Aws;
import dev.saltern.test.kit.AwsEmulator;
import dev.saltern.test.kit.calls.Recording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.Partition;
import software.amazon.awssdk.services.glue.model.StorageDescriptor;

/**
 * A pipeline whose files and lake are on S3 and whose tables are in Glue, by the commands that a person gives. Whatever they ask, the roles of
 * a deployed stack allow it.
 */
@ExtendWith(AwsEmulator.class)
final class GlueDayTest {
    private static final String LAKE = "s3://curated/lake";
    private static final int ROWS = 4_000;

    @TempDir
    private Path folder;

    private final Granted granted =
            new Granted(Map.of("LakeBucket", "curated", "LakePrefix", "lake/", "RawBucket", "raw", "RawPrefix", "in/"));
    private Aws aws;
    private Saltern saltern;
    private GlueClient glue;
    private LakeStore lake;

    @BeforeEach
    void write(Aws emulator) throws IOException {
        aws = emulator;
        Access access = new Access(Aws.REGION, aws.endpoint().toString(), true);
        glue = AwsClients.of(access).glue();
        lake = LakeStores.open(LAKE, access, new Configuration());
        aws.createBucket("curated");
        aws.createBucket("raw");
        // As the stack makes it; a run makes it only where nobody did.
        glue.createDatabase(create -> create.databaseInput(database -> database.name("saltern")));
        Files.createDirectories(folder.resolve("conf/environments"));
        Files.createDirectories(folder.resolve("conf/pipelines"));
        Files.writeString(
                folder.resolve("conf/environments/cloud.yaml"), """
                environment: cloud
                lake: %s
                catalog: glue
                access: {region: %s, endpoint: "%s", path-style: true}
                variables: {raw: "s3://raw/in"}
                spark: {spark.master: "local[2]"}
                """.formatted(LAKE, Aws.REGION, aws.endpoint()));
        pipeline("INT", "refuse");
        day(30, 0);
        day(31, 0);
        saltern = new Saltern(folder.resolve("conf"), "cloud");
    }

    /** Files are to be small, so that there is something to compact. */
    private void pipeline(String type, String evolve) throws IOException {
        Files.writeString(folder.resolve("conf/pipelines/orders.yaml"), """
            pipeline: orders
            partition: {column: dt, grain: day}
            sources:
              orders:
                path: ${raw}/dt=${dt}/
                format: csv
                schema: "id BIGINT COMMENT 'The order', v %s"
                rules: {quarantine: 'ColumnValues "v" >= 0'}
            outputs:
              orders: {from: orders, evolve: %s, max-records-per-file: 3000, search: {index: orders, id: [dt, id]}}
            """.formatted(type, evolve));
    }

    /** One row of each file is to be quarantined. */
    private void day(int day, int more) {
        for (int file = 0; file < 2; file++) {
            StringBuilder rows = new StringBuilder("id,v\n0,-1\n");
            for (int i = 0; i < ROWS + more; i++) {
                rows.append(i * 7919L % 100_003).append(',').append(i % 100).append('\n');
            }
            aws.put(
                    "raw",
                    "in/dt=2026-01-" + day + "/orders-" + file + ".csv",
                    rows.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private Saltern.Answer says(int exitCode, String text, String... words) {
        Recording recording = Recording.start(aws);
        Saltern.Answer answer = saltern.run(words);
        assertThat(granted.problems(words[0], recording.calls())).isEmpty();
        assertThat(answer.exitCode()).as(answer.toString()).isEqualTo(exitCode);
        assertThat(answer.toString()).contains(text);
        return answer;
    }

    private void runs(int exitCode, String text, int day) {
        says(exitCode, text, "run", "orders", "--date", "2026-01-" + day);
    }

    @Test
    void daysGoLiveAndChangeAndAreTakenBackAndClearedUp() throws IOException {
        runs(0, "published", 30);
        copiesAreRequestsOfSearch();
        runs(0, "up to date", 30);
        runs(0, "published", 31);
        assertThat(partitions("orders"))
                .extracting(partition -> partition.values().get(0))
                .containsExactlyInAnyOrder("2026-01-30", "2026-01-31");
        assertThat(partitions("orders")).allSatisfy(partition -> {
            assertThat(partition.parameters()).containsEntry("saltern.rows", Integer.toString(2 * ROWS));
            assertThat(partition.storageDescriptor().location()).startsWith(LAKE + "/_runs/orders/");
        });
        assertThat(partitions("orders_quarantine")).hasSize(2);
        assertThat(table("orders").columns().get(0).comment()).isEqualTo("The order");

        columnsFollowAsFarAsTheyMay();
        badDayIsTakenBack();
        filesBecomeFewerAndOldOnesGo();
        says(0, "2 tables, nothing is wrong", "doctor", "--deep");
        says(0, "2026-01-31", "status");
        oldDaysAreDropped();
    }

    private void copiesAreRequestsOfSearch() throws IOException {
        List<String> lines = SearchCopies.lines(lake, "_search/orders");
        assertThat(lines).hasSize(2 * 2 * ROWS);
        assertThat(lines.get(0)).startsWith("{\"index\":{\"_index\":\"orders\",\"_id\":\"2026-01-30|");
        assertThat(lines.get(1)).startsWith("{\"id\":").contains("\"v\":", "\"dt\":\"2026-01-30\"");
    }

    private void columnsFollowAsFarAsTheyMay() throws IOException {
        pipeline("SMALLINT", "refuse");
        runs(21, "column `v` INT -> SMALLINT", 31);
        pipeline("SMALLINT", "allow");
        runs(0, "published", 31);
        assertThat(table("orders").columns().get(1).type()).isEqualTo("int");
        assertThat(partitions("orders"))
                .extracting(partition ->
                        partition.storageDescriptor().columns().get(1).type())
                .containsExactlyInAnyOrder("int", "smallint");
        pipeline("BIGINT", "allow");
        runs(21, "makes published files unreadable: column `v` INT -> BIGINT", 31);
        pipeline("SMALLINT", "allow");
    }

    private void badDayIsTakenBack() throws IOException {
        List<String> before = locations();
        day(31, 1);
        runs(0, "published", 31);
        assertThat(locations()).isNotEqualTo(before);
        says(0, "(dry run, nothing is written)", "rollback", "orders", "--date", "2026-01-31", "--dry-run");
        assertThat(locations()).isNotEqualTo(before);
        says(0, "Rolled back before the run", "rollback", "orders", "--date", "2026-01-31");
        assertThat(locations()).isEqualTo(before);
        says(0, "rollback", "history", "--table", "orders");
        day(31, 0);
    }

    private void filesBecomeFewerAndOldOnesGo() {
        // With the columns of today: what has others is not compacted.
        runs(0, "published", 30);
        int files = lake.files("_runs/orders").size();
        says(0, "The rows are the same", "compact", "orders", "--target-file-size", "1MB");
        assertThat(partitions("orders")).hasSize(2);
        String[] gc = {"gc", "--older-than", "0s", "--keep-versions", "1", "--grace", "0s"};
        says(0, "Dry run, nothing is changed", gc);
        says(0, "marked", "gc", "--older-than", "0s", "--keep-versions", "1", "--yes");
        says(0, "removed", "gc", "--older-than", "0s", "--keep-versions", "1", "--grace", "0s", "--yes");
        assertThat(lake.files("_runs/orders").stream()
                        .filter(file -> file.path().endsWith(".parquet"))
                        .toList())
                .as("a file for each day, of %s before", files)
                .hasSize(2);
    }

    private void oldDaysAreDropped() throws IOException {
        for (int day = 20; day < 30; day++) {
            day(day, 2 - ROWS);
        }
        says(0, "published", "run", "orders", "--from", "2026-01-20", "--to", "2026-01-29");
        assertThat(partitions("orders")).hasSize(12);
        Path file = folder.resolve("conf/pipelines/orders.yaml");
        Files.writeString(file, Files.readString(file).replace("evolve: allow", "evolve: allow, retention: 10d"));
        says(0, "would drop", "retain", "orders", "--as-of", "2026-02-02", "--dry-run");
        assertThat(partitions("orders")).hasSize(12);
        says(0, "2026-01-20", "retain", "orders", "--as-of", "2026-02-02", "--yes");
        assertThat(partitions("orders"))
                .extracting(partition -> partition.values().get(0))
                .hasSizeBetween(7, 10)
                .doesNotContain("2026-01-20", "2026-01-21");
    }

    private List<String> locations() {
        return partitions("orders").stream()
                .map(partition -> partition.storageDescriptor().location())
                .sorted()
                .toList();
    }

    private List<Partition> partitions(String table) {
        return glue.getPartitions(request -> request.databaseName("saltern").tableName(table))
                .partitions();
    }

    private StorageDescriptor table(String table) {
        return glue.getTable(request -> request.databaseName("saltern").name(table))
                .table()
                .storageDescriptor();
    }
}
