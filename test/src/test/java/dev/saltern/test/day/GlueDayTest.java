/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.day;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.saltern.test.kit.glue.StrictGlue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pipeline whose environment keeps its tables in Glue. */
final class GlueDayTest {
    @TempDir
    private Path folder;

    private final StrictGlue glue = StrictGlue.start();
    private Saltern saltern;

    @BeforeEach
    void write() throws IOException {
        System.setProperty("aws.accessKeyId", "testing");
        System.setProperty("aws.secretAccessKey", "testing");
        System.setProperty("aws.region", "us-east-1");
        System.setProperty("aws.endpointUrlGlue", glue.endpoint().toString());
        Files.createDirectories(folder.resolve("conf/environments"));
        Files.createDirectories(folder.resolve("conf/pipelines"));
        Files.writeString(
                folder.resolve("conf/environments/local.yaml"),
                "environment: local\nlake: ./lake\nvariables: {raw: ./raw}\ncatalog: glue\n");
        pipeline("INT", "refuse");
        for (int day = 30; day <= 31; day++) {
            Path file = folder.resolve("raw/dt=2026-01-" + day + "/orders.csv");
            Files.createDirectories(file.getParent());
            Files.writeString(file, "id,v\n1," + day + "\n2,7\n3,-1\n");
        }
        saltern = new Saltern(folder.resolve("conf"), folder.resolve("raw"), folder.resolve("lake"));
    }

    @AfterEach
    void stop() {
        glue.close();
    }

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
              orders: {from: orders, evolve: %s}
            """.formatted(type, evolve));
    }

    private Saltern.Answer run(int day) {
        return saltern.run("run", "orders", "--date", "2026-01-" + day);
    }

    @Test
    void daysGoLiveInGlueAndColumnsFollowAsFarAsTheyMay() throws IOException {
        assertThat(run(30)).matches(answer -> answer.exitCode() == 0);
        assertThat(run(30).toString()).contains("up to date");
        assertThat(run(31)).matches(answer -> answer.exitCode() == 0);
        List<JsonNode> partitions = glue.partitions("saltern", "orders");
        assertThat(partitions)
                .extracting(partition -> partition.at("/Values/0").asText())
                .containsExactlyInAnyOrder("2026-01-30", "2026-01-31");
        assertThat(partitions).allSatisfy(partition -> {
            assertThat(partition.at("/Parameters/saltern.rows").asText()).isEqualTo("2");
            assertThat(partition.at("/StorageDescriptor/Location").asText()).contains("/_runs/orders/");
        });
        assertThat(glue.partitions("saltern", "orders_quarantine")).hasSize(2);
        JsonNode column = glue.table("saltern", "orders").at("/StorageDescriptor/Columns/0");
        assertThat(column.path("Comment").asText()).isEqualTo("The order");

        pipeline("SMALLINT", "refuse");
        Saltern.Answer refused = run(31);
        assertThat(refused.exitCode()).as(refused.toString()).isEqualTo(21);
        assertThat(refused.toString()).contains("column `v` INT -> SMALLINT", "set outputs.orders.evolve: allow");
        pipeline("SMALLINT", "allow");
        assertThat(run(31)).matches(answer -> answer.exitCode() == 0);
        assertThat(glue.table("saltern", "orders")
                        .at("/StorageDescriptor/Columns/1/Type")
                        .asText())
                .isEqualTo("int");
        assertThat(glue.partitions("saltern", "orders"))
                .extracting(partition ->
                        partition.at("/StorageDescriptor/Columns/1/Type").asText())
                .containsExactlyInAnyOrder("int", "smallint");
        pipeline("BIGINT", "allow");
        Saltern.Answer unreadable = run(31);
        assertThat(unreadable.exitCode()).as(unreadable.toString()).isEqualTo(21);
        assertThat(unreadable.toString()).contains("makes published files unreadable: column `v` INT -> BIGINT");
    }
}
