/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms;

import static dev.saltern.transforms.Tables.row;
import static dev.saltern.transforms.Tables.table;
import static dev.saltern.transforms.Tables.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

class DedupePropertyTest {

    private static final String SCHEMA = "k STRING, t INT, v DOUBLE";

    @Property(tries = 10)
    void sameRowsStayInWhateverOrderAndPartitionsTheyCome(
            @ForAll("rows") List<Row> rows, @ForAll("keeps") Keep keep, @ForAll long seed) {
        List<Row> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(seed));
        Dedupe dedupe = new Dedupe(List.of("k"), keep);

        List<String> kept =
                textOf(dedupe.apply(table(SCHEMA, rows.toArray(Row[]::new)).coalesce(1)));
        List<String> keptOfShuffled =
                textOf(dedupe.apply(table(SCHEMA, shuffled.toArray(Row[]::new)).repartition(7)));

        assertThat(keptOfShuffled).isEqualTo(kept);
        assertThat(kept)
                .hasSize((int) rows.stream().map(row -> row.get(0)).distinct().count());
    }

    @Property(tries = 10)
    void sameRowsStayWhereOnlyRepeatedOnesAreShuffled(@ForAll("rows") List<Row> rows, @ForAll("keeps") Keep keep) {
        Dedupe dedupe = new Dedupe(List.of("k", "v"), keep);
        RareDuplicates rare = new RareDuplicates(dedupe);
        Dataset<Row> all = table(SCHEMA, rows.toArray(Row[]::new)).repartition(3);

        Dataset<Row> suspects = rare.suspects(all);
        List<String> kept = textOf(rare.unrepeated(all, suspects).unionByName(rare.repeated(all, suspects)));

        assertThat(kept).isEqualTo(textOf(dedupe.apply(all)));
    }

    @Provide
    Arbitrary<List<Row>> rows() {
        Arbitrary<String> keys = Arbitraries.of("a", "b").injectNull(0.2);
        Arbitrary<Integer> times = Arbitraries.of(1, 2).injectNull(0.2);
        Arbitrary<Double> values = Arbitraries.of(0.0, -0.0, Double.NaN, 1.5).injectNull(0.2);
        return Combinators.combine(keys, times, values)
                .as((key, time, value) -> row(key, time, value))
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
    }

    @Provide
    Arbitrary<Keep> keeps() {
        return Arbitraries.of(Keep.latest("t"), Keep.earliest("t"), Keep.any());
    }
}
