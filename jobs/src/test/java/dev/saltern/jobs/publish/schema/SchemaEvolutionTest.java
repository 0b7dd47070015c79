/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.conf.Bucket;
import dev.saltern.conf.Evolve;
import dev.saltern.conf.Grain;
import dev.saltern.conf.Partitioning;
import dev.saltern.jobs.publish.run.TableSpec;
import java.util.List;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class SchemaEvolutionTest {
    private static final StructType NOTHING = new StructType();

    private static SchemaEvolution evolve(String known, StructType dropped, String written, Evolve evolve) {
        Bucket bucket = new Bucket(List.of("k"), 2, List.of());
        TableSpec table = new TableSpec(
                "db",
                "t",
                StructType.fromDDL(written + ", dt DATE"),
                new Partitioning(List.of("dt"), Grain.DAY),
                bucket,
                evolve,
                null);
        return SchemaEvolution.of(StructType.fromDDL(known), dropped, table);
    }

    private static SchemaEvolution refused(String known, String written) {
        SchemaEvolution evolution = evolve(known, NOTHING, written, Evolve.REFUSE);
        assertThat(evolution.refusals()).isNotEmpty();
        assertThat(evolution.dropped()).isEqualTo(NOTHING);
        return evolution;
    }

    private static SchemaEvolution allowed(String known, StructType dropped, String written) {
        SchemaEvolution evolution = evolve(known, dropped, written, Evolve.ALLOW);
        assertThat(evolution.refusals()).isEmpty();
        return evolution;
    }

    private static void stays(String known, String written) {
        assertThat(evolve(known, NOTHING, written, Evolve.ALLOW).refusals())
                .singleElement()
                .asString()
                .startsWith("The schema of db.t makes published files unreadable: ")
                .endsWith(". Write the columns as they were, or under new names, or give the output a new name and"
                        + " publish its days to that");
    }

    @Test
    void newColumnsAreTakenInAtAnyDepthBehindThoseThereAre() {
        SchemaEvolution evolution = evolve(
                "a INT, s STRUCT<x: INT>, l ARRAY<STRUCT<y: INT>>, m MAP<STRING, STRUCT<z: INT>>",
                NOTHING,
                "n STRING NOT NULL, m MAP<STRING, STRUCT<w: INT, z: INT>>, l ARRAY<STRUCT<y: INT, v: INT>>,"
                        + " S STRUCT<u: STRUCT<t: INT>, x: INT>, A INT COMMENT 'first'",
                Evolve.REFUSE);
        assertThat(evolution.refusals()).isEmpty();
        assertThat(evolution.data().toDDL())
                .isEqualTo("a INT COMMENT 'first',s STRUCT<x: INT, u: STRUCT<t: INT>>,"
                        + "l ARRAY<STRUCT<y: INT, v: INT>>,m MAP<STRING, STRUCT<z: INT, w: INT>>,n STRING");
    }

    @Test
    void differencesAreToldWithTheLikelyRenames() {
        SchemaEvolution evolution = refused("id TINYINT, temp DOUBLE, note STRING", "id INT, temperature DOUBLE");
        assertThat(evolution.refusals())
                .containsExactly(
                        "The schema of db.t breaks its readers: column `id` TINYINT -> INT; column `temp` DOUBLE"
                                + " is gone, most likely renamed to `temperature` (same type, same place); column `note` STRING is"
                                + " gone. Write the columns as they were, or set outputs.t.evolve: allow and the table follows");
        assertThat(evolution.data().toDDL())
                .as("these would read every file all the same")
                .isEqualTo("id INT,temp DOUBLE,note STRING,temperature DOUBLE");
    }

    @Test
    void narrowedColumnIsRefusedAndKeepsItsTypeWhenAllowed() {
        assertThat(refused("id INT", "id SMALLINT").refusals().get(0)).contains("column `id` INT -> SMALLINT. Write");
        assertThat(allowed("id INT", NOTHING, "id SMALLINT").data().toDDL()).isEqualTo("id INT");
        assertThat(allowed("d DECIMAL(9,2)", NOTHING, "d DECIMAL(4,2)").data().toDDL())
                .isEqualTo("d DECIMAL(9,2)");
    }

    @Test
    void whatReadersCannotReadIsRefusedEvenIfAllowed() {
        stays("id INT", "id BIGINT");
        stays("id FLOAT", "id DOUBLE");
        stays("id DECIMAL(9,2)", "id DECIMAL(10,2)");
        stays("id DECIMAL(9,2)", "id DECIMAL(9,3)");
        stays("id INT", "id STRING");
        stays("s STRUCT<a: INT, b: INT>", "s STRUCT<a: INT>");
        stays("s STRUCT<a: INT>", "s INT");
        stays("l ARRAY<INT>", "l ARRAY<STRING>");
    }

    @Test
    void bucketColumnsKeepTheirTypes() {
        assertThat(evolve("K SMALLINT", NOTHING, "k INT", Evolve.ALLOW).refusals())
                .singleElement()
                .asString()
                .contains("unreadable: column `K` SMALLINT -> INT");
    }

    @Test
    void droppedColumnIsRememberedAndComesBackOnlyAsItWas() {
        SchemaEvolution dropped = allowed("a INT, b SMALLINT", NOTHING, "a INT");
        assertThat(dropped.data().toDDL()).isEqualTo("a INT");
        assertThat(dropped.dropped().toDDL()).isEqualTo("b SMALLINT");
        SchemaEvolution back = allowed("a INT", dropped.dropped(), "a INT, B INT");
        assertThat(back.data().toDDL()).isEqualTo("a INT,b INT");
        assertThat(back.dropped()).isEqualTo(NOTHING);
        assertThat(evolve("a INT", dropped.dropped(), "a INT, b STRING", Evolve.ALLOW)
                        .refusals())
                .singleElement()
                .asString()
                .contains("column `b` SMALLINT -> STRING");
        assertThat(evolve("a INT", dropped.dropped(), "a INT, b SMALLINT", Evolve.REFUSE)
                        .refusals())
                .isEmpty();
    }
}
