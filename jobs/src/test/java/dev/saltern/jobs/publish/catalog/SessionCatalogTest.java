/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saltern.conf.Bucket;
import dev.saltern.conf.Evolve;
import dev.saltern.conf.Grain;
import dev.saltern.conf.Partitioning;
import dev.saltern.jobs.publish.MetastoreSession;
import dev.saltern.jobs.publish.run.TableSpec;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SessionCatalogTest {
    @Test
    void oddNamesAndValuesComeBackAsTheyWere() {
        TableSpec table = new TableSpec(
                "default",
                "odd_names",
                StructType.fromDDL("`a.b c` INT, `Day Name` STRING"),
                new Partitioning(List.of("Day Name"), Grain.DAY),
                "It's 100% \\ odd");
        SessionCatalog catalog = new SessionCatalog(MetastoreSession.spark());
        assertThat(catalog.find(table)).isEmpty();
        assertThat(catalog.partitions(table)).isEmpty();
        catalog.ensureTable(table, MetastoreSession.lake().tableLocation("odd_names"));
        Map<String, String> values = Map.of("Day Name", "a/b=c d%2F");
        CatalogPartition partition = new CatalogPartition(
                values, MetastoreSession.lake().resolve("_runs/Day Name=a%2Fb%3Dc d"), Map.of("saltern.rows", "7"));
        CatalogBatch batch = new CatalogBatch(List.of(partition), List.of(), List.of());
        catalog.apply(table, batch);
        catalog.apply(table, batch);
        assertThat(catalog.partitions(table)).containsOnlyKeys(values);
        assertThat(partition.matches(catalog.partitions(table).get(values))).isTrue();
        assertThat(catalog.find(table).orElseThrow().partitionColumns()).containsExactly("Day Name");
        assertThat(MetastoreSession.spark()
                        .sql("DESCRIBE EXTENDED odd_names")
                        .filter("col_name = 'Comment'")
                        .collectAsList()
                        .get(0)
                        .getString(1))
                .isEqualTo("It's 100% \\ odd");
    }

    @Test
    void bucketsComeBackAsTheyWereAndCannotChange() {
        Bucket bucket = new Bucket(List.of("Id", "a b"), 4, List.of("v"));
        SessionCatalog catalog = new SessionCatalog(MetastoreSession.spark());
        String location = MetastoreSession.lake().tableLocation("in_buckets");
        catalog.ensureTable(bucketed("", bucket), location);
        catalog.ensureTable(bucketed(", added INT", bucket), location);

        assertThat(catalog.find(bucketed("", bucket)).orElseThrow().bucket()).isEqualTo(bucket);
        assertThat(catalog.find(bucketed("", bucket)).orElseThrow().schema().fieldNames())
                .containsExactly("Id", "a b", "v", "added", "dt");
        assertThatThrownBy(() -> catalog.ensureTable(bucketed("", null), location))
                .hasMessage(
                        "The buckets of default.in_buckets would change: the catalog has 4 buckets by Id, a b, sorted"
                                + " by v, the pipeline says none. Set outputs.in_buckets.bucket back, or give the output a new"
                                + " name and publish its days to that");
        Bucket other = new Bucket(List.of("Id"), 1, List.of());
        assertThatThrownBy(() -> catalog.ensureTable(bucketed("", other), location))
                .hasMessageContaining("the pipeline says 1 bucket by Id. Set");
    }

    private static TableSpec bucketed(String added, @Nullable Bucket bucket) {
        return new TableSpec(
                "default",
                "in_buckets",
                StructType.fromDDL("Id INT, `a b` STRING, v INT" + added + ", dt DATE"),
                new Partitioning(List.of("dt"), Grain.DAY),
                bucket,
                Evolve.REFUSE,
                null);
    }

    @Test
    void piecesKeepWithinTheLimitsOfOneCall() {
        List<Map<String, String>> drops = java.util.stream.IntStream.range(0, 51)
                .mapToObj(i -> Map.of("dt", "d" + i))
                .toList();
        assertThat(new CatalogBatch(List.of(), List.of(), drops).pieces())
                .extracting(piece -> piece.drops().size())
                .containsExactly(25, 25, 1);
    }
}
