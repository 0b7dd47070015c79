/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each condition on each kind of column; row 4 is NULL in every column. */
class ValueCheckTest {
    private static final Dataset<Row> ROWS = LocalSpark.table(
                    "id INT, n BIGINT, x DOUBLE, f FLOAT, m DECIMAL(5,2), s STRING, d DATE, t TIMESTAMP, b BOOLEAN,"
                            + " `a.b` INT, `two words` STRING, `tick``s` INT",
                    row(1, 1L, 0.1, 0.1f, "1.50", "a", "2024-01-01", "2024-01-01T00:00:00Z", true),
                    row(2, 5L, Double.NaN, 5f, "5.00", "", "2024-01-05", "2024-01-05T10:30:00Z", false),
                    row(3, 9L, 9.5, 9f, "9.99", " \t", "2024-01-09", "2024-01-09T23:59:59Z", true),
                    RowFactory.create(4, null, null, null, null, null, null, null, null, null, null, null))
            .coalesce(1);

    private static Row row(int id, long n, double x, float f, String m, String s, String d, String t, boolean b) {
        return RowFactory.create(
                id,
                n,
                x,
                f,
                new BigDecimal(m),
                s,
                Date.valueOf(d),
                Timestamp.from(Instant.parse(t)),
                b,
                (int) n,
                s,
                (int) n);
    }

    private static final String CASES = """
            "n" = 5                                    | 1 3 4
            "n" != 5                                   | 2
            "n" > 5                                    | 1 2 4
            "n" >= 5                                   | 1 4
            "n" < 5.5                                  | 3 4
            "n" <= 5                                   | 3 4
            "n" between 1 and 9                        | 1 3 4
            "n" not between 1 and 9                    | 2 4
            "n" in [1, 9.0]                            | 2 4
            "n" in [1, NULL]                           | 2 3
            "n" not in [1, 9]                          | 1 3
            "n" not in [1, NULL]                       | 1 4
            "n" = NULL                                 | 1 2 3
            "n" != NULL                                | 4
            "n" < 99999999999999999999                 | 4
            "x" = 0.1                                  | 2 3 4
            "x" != 0.1                                 | 1
            "x" > 0                                    | 2 4
            "x" < 5                                    | 2 3 4
            "x" between 0 and 10                       | 2 4
            "x" not between 1 and 2                    | 2 4
            "x" not in [9.5]                           | 3
            "f" = 0.1                                  | 2 3 4
            "m" <= 5                                   | 3 4
            "m" in [1.5, 9.99]                         | 2 4
            "s" = "a"                                  | 2 3 4
            "s" != "a"                                 | 1
            "s" > ""                                   | 2 4
            "s" in ["a", EMPTY]                        | 3 4
            "s" not in [EMPTY, WHITESPACES_ONLY]       | 2 3
            "s" = EMPTY                                | 1 3 4
            "s" != WHITESPACES_ONLY                    | 3
            "s" matches "[a-z]*"                       | 3 4
            "s" matches "b|a"                          | 2 3 4
            "s" matches "\\\\s+"                       | 1 2 4
            "s" not matches "[a-z]*"                   | 1 2 4
            "d" > "2024-01-01"                         | 1 4
            "d" between (2024-01-01) and "2024-01-09"  | 1 3 4
            "d" not in ["2024-01-05"]                  | 2
            "t" >= "2024-01-05 10:30:00"               | 1 4
            "t" < (2024-01-05)                         | 2 3 4
            "b" = "true"                               | 2 4
            "a.b" > 1                                  | 1 4
            "two words" = "a"                          | 2 3 4
            "tick`s" < 9                               | 3 4
            "n" > 1 where "s = ''"                     |
            "n" > 5 where "`two words` = '' or n = 1"  | 1 2
            "n" > 5 where "n > 1"                      | 2
            """;

    /** All conditions in one mask, read in one job: condition to the ids of the rows that break it. */
    private static final Map<String, String> BROKEN = new HashMap<>();

    @BeforeAll
    static void maskAllConditions() {
        String[] rules = cases().map(c -> "ColumnValues " + c.get()[0]).toArray(String[]::new);
        List<FiledRule> filed = LocalSpark.filed(Action.QUARANTINE, rules);
        RowMask mask = RuleBook.compile(filed, ROWS.schema()).rowMask();
        List<Column> columns = new ArrayList<>(List.of(functions.col("*")));
        columns.addAll(mask.columns());
        List<Row> found = ROWS.select(columns.toArray(Column[]::new))
                .orderBy("id")
                .select(functions.col("id").cast("string"), mask.ids(Action.QUARANTINE))
                .collectAsList();
        for (int i = 0; i < rules.length; i++) {
            String id = filed.get(i).id();
            BROKEN.put(
                    rules[i],
                    found.stream()
                            .filter(row -> row.getList(1).contains(id))
                            .map(row -> row.getString(0))
                            .collect(Collectors.joining(" ")));
        }
    }

    static Stream<Arguments> cases() {
        return CASES.lines().map(line -> {
            int bar = line.lastIndexOf('|');
            return Arguments.of(
                    line.substring(0, bar).strip(), line.substring(bar + 1).strip());
        });
    }

    @ParameterizedTest
    @MethodSource("cases")
    void conditionIsBrokenByRows(String condition, String ids) {
        assertThat(BROKEN.get("ColumnValues " + condition)).isEqualTo(ids);
    }
}
