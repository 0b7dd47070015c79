/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.join;

import static dev.saltern.transforms.Tables.SPARK;
import static dev.saltern.transforms.Tables.row;
import static dev.saltern.transforms.Tables.sql;
import static dev.saltern.transforms.Tables.table;
import static dev.saltern.transforms.Tables.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;

class SaltingTest {

    private static final Keys KEYS = new Keys(List.of("k"), List.of());

    private static long hashOf(int key) {
        return table("k INT", row(key)).select(KEYS.hash()).head().getLong(0);
    }

    private static Dataset<Row> salted(
            Dataset<Row> rows, Map<Long, List<List<Integer>>> choices, List<Integer> nullSalts) {
        return new Salting(KEYS, "salt", List.of("k", "v")).apply(rows, choices, nullSalts);
    }

    @Test
    void saltOfARowFollowsFromItsContentAlone() {
        Dataset<Row> rows = SPARK.range(200).selectExpr("int(id % 2) AS k", "double(id) AS v", "map('a', id) AS m");
        Map<Long, List<List<Integer>>> choices = Map.of(hashOf(1), List.of(List.of(11), List.of(22), List.of(33)));

        List<String> one = textOf(salted(rows.coalesce(1), choices, List.of()).drop("m"));
        List<String> other = textOf(salted(rows.repartition(7).sortWithinPartitions("v"), choices, List.of())
                .drop("m"));

        assertThat(other).isEqualTo(one);
        assertThat(one).anyMatch(text -> text.startsWith("[1,") && text.endsWith(",22]"));
        assertThat(one).filteredOn(text -> text.startsWith("[0,")).hasSize(100).allMatch(text -> text.endsWith(",0]"));
    }

    @Test
    void partnersAreCopiedToEachSaltAndRowsWithoutAKeyAreSpread() {
        Dataset<Row> rows = table("k INT, v INT", row(1, 1), row(2, 2), row(null, 3), row(null, 4), row(null, 5));

        assertThat(textOf(salted(rows, Map.of(hashOf(1), List.of(List.of(5, 6))), List.of())))
                .containsExactly("[1,1,5]", "[1,1,6]", "[2,2,0]", "[null,3,0]", "[null,4,0]", "[null,5,0]");
        assertThat(textOf(salted(rows, Map.of(), List.of(8, 9)).where("k IS NULL")))
                .allMatch(text -> text.endsWith(",8]") || text.endsWith(",9]"))
                .hasSize(3);
    }

    @Test
    void manyKeysAreLookedUpInABroadcastTable() {
        Map<Long, List<List<Integer>>> choices = new HashMap<>();
        List<Row> hashes = SPARK.range(150)
                .select(functions.col("id").cast("int").as("k"))
                .select(KEYS.hash())
                .collectAsList();
        hashes.forEach(hash -> choices.put(hash.getLong(0), List.of(List.of(3, 4))));
        Dataset<Row> salted = salted(sql("SELECT 149 AS k, 1 AS v UNION ALL SELECT 150, 2"), choices, List.of());

        assertThat(textOf(salted)).containsExactly("[149,1,3]", "[149,1,4]", "[150,2,0]");
    }
}
