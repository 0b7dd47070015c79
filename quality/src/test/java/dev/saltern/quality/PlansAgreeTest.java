/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.assertj.core.util.DoubleComparator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever lane settles a rule, the answer is that of reading every row. */
class PlansAgreeTest {
    private static final String SCHEMA =
            "i INT, l BIGINT, d DOUBLE, f FLOAT, m DECIMAL(9,2), s STRING, dt DATE, ts TIMESTAMP,"
                    + " b BOOLEAN, a ARRAY<INT>, part STRING, h INT";

    private static final String[] RULES = {
        "RowCount > 3",
        "IsComplete \"i\"",
        "IsComplete \"a\"",
        "IsComplete \"part\"",
        "Completeness \"d\" > 0.5",
        "Completeness \"s\" = 1.0",
        "ColumnValues \"i\" between -1 and 6",
        "ColumnValues \"i\" between 0 and 4 with threshold > 0.5",
        "ColumnValues \"i\" in [0, 1, 2, 3, 4, 5]",
        "ColumnValues \"i\" not in [9, 8]",
        "ColumnValues \"i\" != 2",
        "ColumnValues \"l\" >= 0",
        "ColumnValues \"l\" not between 2 and 3",
        "ColumnValues \"d\" > -1.5",
        "ColumnValues \"d\" >= 0.0",
        "ColumnValues \"d\" != 0",
        "ColumnValues \"f\" < 5.0",
        "ColumnValues \"m\" <= 4.25",
        "ColumnValues \"s\" in [\"a\", \"bb\", \"ccc\"]",
        "ColumnValues \"s\" matches \"[a-z]*\"",
        "ColumnValues \"s\" not matches \"[A-Z]+\"",
        "ColumnValues \"s\" > \"a\"",
        "ColumnValues \"s\" != EMPTY",
        "ColumnValues \"dt\" >= \"2024-01-02\"",
        "ColumnValues \"dt\" in [\"2024-01-01\", \"2024-01-02\", \"2024-01-03\", \"2024-01-04\"]",
        "ColumnValues \"ts\" < \"2024-06-01\"",
        "ColumnValues \"b\" = \"true\"",
        "ColumnValues \"part\" in [\"x\", \"y\"]",
        "ColumnValues \"h\" = 7",
        "ColumnValues \"i\" > 0 where \"l > 1\"",
        "ColumnLength \"s\" between 0 and 4",
        "ColumnLength \"part\" = 1",
        "ColumnDataType \"s\" = \"INTEGER\" with threshold >= 0",
        "ColumnDataType \"part\" != \"DATE\"",
        "ColumnDataType \"l\" = \"LONG\"",
        "DataFreshness \"ts\" > 1 days",
        "DataFreshness \"dt\" between 1 days and 99999 days",
        "CustomSql \"select i from primary where i > l and ts < current_timestamp()\" with threshold > 0.2",
        "CustomSql \"select max(l) from primary\" > 2",
        "Mean \"i\" > 1",
        "Mean \"d\" < 2",
        "Sum \"m\" > 10",
        "Sum \"f\" > 3 where \"i > 0\"",
        "StandardDeviation \"l\" < 1",
        "Variance \"m\" < 2",
        "Skewness \"i\" > 0",
        "Kurtosis \"d\" < 0",
        "ColumnCorrelation \"i\" \"m\" > 0",
        "Range \"i\" < 4",
        "Range \"f\" < 2.5",
        "Range \"d\" < 2.5",
        "Range \"m\" > 2",
        "Range \"dt\" <= 3",
        "Range \"ts\" > 3600",
        "Range \"h\" = 0",
        "ZerosCount \"i\" = 0",
        "ZerosCount \"h\" = 0",
        "ColumnCount = 12",
        "Uniqueness \"i\" > 0.5",
        "UniqueValueRatio \"d\" > 0.5",
        "DistinctValuesCount \"f\" > 2",
        "Entropy \"s\" > 1",
        "DuplicateRowCount \"part\" \"b\" < 3",
        "IsPrimaryKey \"i\" \"l\"",
        "IsUnique \"l\"",
    };

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 6, 12})
    void answerIsThatOfReadingEveryRow(int seed, @TempDir Path folder) {
        Random random = new Random(seed);
        List<Row> rows = new ArrayList<>();
        int size = seed == 12 ? 0 : random.nextInt(12) + 1;
        for (int i = 0; i < size; i++) {
            rows.add(row(random, seed));
        }
        Dataset<Row> table =
                LocalSpark.SESSION.createDataFrame(rows, org.apache.spark.sql.types.StructType.fromDDL(SCHEMA));
        String path = folder.resolve("table").toString();
        table.repartition(2).write().partitionBy("part", "h").parquet(path);
        Dataset<Row> files = LocalSpark.SESSION.read().schema(table.schema()).parquet(path);
        RuleBook book = RuleBook.compile(LocalSpark.filed(Action.WARN, RULES), table.schema());

        List<RuleResult> byFiles = book.evaluate(files);
        List<RuleResult> byRows = book.evaluate(table);

        assertThat(byRows).noneMatch(result -> result.provenBy() == ProvenBy.FOOTERS);
        assertThat(byFiles)
                .usingRecursiveFieldByFieldElementComparator(RecursiveComparisonConfiguration.builder()
                        .withIgnoredFields("provenBy")
                        .withComparatorForType(new DoubleComparator(1e-9), Double.class)
                        .build())
                .containsExactlyElementsOf(byRows);
        if (size > 0) {
            assertThat(byFiles)
                    .filteredOn(result -> result.provenBy() == ProvenBy.FOOTERS)
                    .extracting(RuleResult::rule)
                    .contains(
                            "RowCount > 3",
                            "IsComplete \"i\"",
                            "IsComplete \"part\"",
                            "Completeness \"d\" > 0.5",
                            "Range \"i\" < 4",
                            "ZerosCount \"h\" = 0");
        }
    }

    /** Odd seeds make clean rows, which footers prove; the others add what spoils footers. */
    private static Row row(Random random, int seed) {
        boolean clean = seed % 2 == 1;
        Object[] values = {
            random.nextInt(5),
            (long) random.nextInt(4),
            random.nextInt(4) / 2.0,
            (float) random.nextInt(4),
            BigDecimal.valueOf(random.nextInt(425), 2),
            List.of("a", "bb", "ccc").get(random.nextInt(3)),
            Date.valueOf(LocalDate.of(2024, 1, 1 + random.nextInt(4))),
            Timestamp.from(Instant.parse("2024-01-01T00:00:00.123456Z").plusSeconds(random.nextInt(90_000))),
            random.nextInt(8) > 0,
            new Integer[] {1},
            List.of("x", "y").get(random.nextInt(2)),
            7
        };
        if (!clean) {
            Object[] odd = {
                -9,
                -1L,
                random.nextBoolean() ? Double.NaN : -0.0,
                Float.NaN,
                new BigDecimal("-99.99"),
                "",
                null,
                null,
                null
            };
            int at = random.nextInt(odd.length);
            values[at] = random.nextInt(3) == 0 ? null : odd[at];
            values[9] = random.nextInt(4) == 0 ? null : values[9];
            values[10] = random.nextInt(4) == 0 ? null : values[10];
        }
        return RowFactory.create(values);
    }
}
