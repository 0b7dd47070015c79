/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;

class RowMaskTest {
    @Test
    void idsAndReasonsNameWhatTheRowBreaksUnderEachAction() {
        Dataset<Row> rows = LocalSpark.table(
                "id INT, sensor_id STRING, temperature DOUBLE, site STRING",
                RowFactory.create(1, "s1", 20.0, "north"),
                RowFactory.create(2, "s2", 20.0, "x".repeat(150)),
                RowFactory.create(3, null, 99.0, "east"),
                RowFactory.create(4, "s4", null, "north"));
        RuleBook book = RuleBook.compile(
                LocalSpark.all(
                        LocalSpark.filed(
                                Action.QUARANTINE,
                                "IsComplete \"sensor_id\"",
                                "ColumnValues \"temperature\" between -60 and 60"),
                        LocalSpark.filed(Action.DROP, "ColumnValues \"site\" in [\"north\"]"),
                        LocalSpark.filed(Action.FAIL, "RowCount > 0")),
                rows.schema());
        RowMask mask = book.rowMask();

        List<Row> found = masked(rows, mask)
                .orderBy("id")
                .select(
                        mask.ids(Action.QUARANTINE),
                        mask.reasons(Action.QUARANTINE),
                        mask.reasons(Action.DROP),
                        mask.ids(Action.WARN))
                .collectAsList();

        assertThat(found).allSatisfy(row -> assertThat(row.getList(3)).isEmpty());
        assertThat(found)
                .extracting(
                        row -> row.getList(0).toString(), row -> row.getList(1).toString())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("[]", "[]"),
                        org.assertj.core.groups.Tuple.tuple("[]", "[]"),
                        org.assertj.core.groups.Tuple.tuple(
                                "[IsComplete \"sensor_id\", ColumnValues \"temperature\" between -60 and 60]",
                                "[sensor_id is NULL, temperature is 99.0 (must be between -60 and 60)]"),
                        org.assertj.core.groups.Tuple.tuple(
                                "[ColumnValues \"temperature\" between -60 and 60]",
                                "[temperature is NULL (must be between -60 and 60)]"));
        assertThat(found)
                .extracting(row -> row.getList(2).toString())
                .containsExactly(
                        "[]",
                        "[site is \"" + "x".repeat(100) + "...\" (must be in [\"north\"])]",
                        "[site is \"east\" (must be in [\"north\"])]",
                        "[]");
    }

    @Test
    void bookWithoutRowRulesHasNoColumnsAndBreaksNothing() {
        Dataset<Row> rows = LocalSpark.table("v INT", RowFactory.create(1));
        RowMask mask = RuleBook.compile(LocalSpark.filed(Action.FAIL, "RowCount > 0"), rows.schema())
                .rowMask();
        assertThat(mask.columns()).isEmpty();
        assertThat(rows.select(mask.isBroken(Action.FAIL), mask.ids(Action.FAIL))
                        .head())
                .satisfies(row -> assertThat(row.getBoolean(0)).isFalse())
                .satisfies(row -> assertThat(row.getList(1)).isEmpty());
    }

    /** A rule on column v, and what it says in plain Java. */
    record Spoken(String text, Predicate<Integer> holds) {}

    @Provide
    Arbitrary<List<Spoken>> rules() {
        Arbitrary<Integer> number = Arbitraries.integers().between(-3, 3);
        Arbitrary<Spoken> comparison = Combinators.combine(Arbitraries.of("=", "!=", ">", ">=", "<", "<="), number)
                .as((operator, limit) ->
                        new Spoken("ColumnValues \"v\" " + operator + " " + limit, v -> compares(v, operator, limit)));
        Arbitrary<Spoken> between = Combinators.combine(number, number.filter(n -> n > 0), Arbitraries.of(true, false))
                .as((low, width, inside) -> new Spoken(
                        "ColumnValues \"v\" " + (inside ? "" : "not ") + "between " + low + " and " + (low + width),
                        v -> v != null && (v > low && v < low + width) == inside));
        Arbitrary<Spoken> in = Combinators.combine(number.list().ofMinSize(1).ofMaxSize(3), Arbitraries.of(true, false))
                .as((set, inside) -> new Spoken(
                        "ColumnValues \"v\" " + (inside ? "in " : "not in ") + set,
                        v -> (v != null && set.contains(v)) == inside));
        Arbitrary<Spoken> complete = Arbitraries.just(new Spoken("IsComplete \"v\"", Objects::nonNull));
        return Arbitraries.oneOf(comparison, between, in, complete)
                .list()
                .ofMinSize(1)
                .ofMaxSize(130);
    }

    private static boolean compares(Integer value, String operator, int limit) {
        return switch (operator) {
            case "=" -> value != null && value == limit;
            case "!=" -> value == null || value != limit;
            case ">" -> value != null && value > limit;
            case ">=" -> value != null && value >= limit;
            case "<" -> value != null && value < limit;
            default -> value != null && value <= limit;
        };
    }

    @Property(tries = 8, shrinking = ShrinkingMode.OFF)
    void maskEqualsAPlainFilterOfEachRow(@ForAll("rules") List<Spoken> rules) {
        List<Integer> values = new ArrayList<>(List.of(-4, -3, -2, -1, 0, 1, 2, 3, 4));
        values.add(null);
        Dataset<Row> rows = LocalSpark.table(
                "v INT", values.stream().map(RowFactory::create).toArray(Row[]::new));
        String[] texts = rules.stream().map(Spoken::text).toArray(String[]::new);
        RowMask mask = RuleBook.compile(LocalSpark.filed(Action.DROP, texts), rows.schema())
                .rowMask();
        assertThat(mask.columns()).hasSize((rules.size() + 62) / 63);

        List<Row> found = masked(rows, mask)
                .select(
                        functions.col("v"),
                        mask.isBroken(Action.DROP),
                        mask.ids(Action.DROP),
                        mask.breaksAny(Action.DROP),
                        mask.breaksAny(Action.QUARANTINE))
                .collectAsList();
        assertThat(found).hasSize(values.size()).allSatisfy(row -> {
            Integer value = row.isNullAt(0) ? null : row.getInt(0);
            List<String> expected = rules.stream()
                    .filter(rule -> !rule.holds().test(value))
                    .map(Spoken::text)
                    .toList();
            assertThat(row.getList(2)).isEqualTo(expected);
            assertThat(row.getBoolean(1)).isEqualTo(!expected.isEmpty());
            assertThat(row.getBoolean(3)).isEqualTo(!expected.isEmpty());
            assertThat(row.getBoolean(4)).isFalse();
        });
    }

    private static Dataset<Row> masked(Dataset<Row> rows, RowMask mask) {
        List<Column> columns = new ArrayList<>(List.of(functions.col("*")));
        columns.addAll(mask.columns());
        return rows.select(columns.toArray(Column[]::new));
    }
}
