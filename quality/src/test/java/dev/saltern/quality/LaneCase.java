/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.saltern.quality.dqdl.RuleType;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * A rule on a small table and how it comes out, read from a line {@code kind | rule | table | outcome | observed | bad rows}.
 *
 * @param table values of a column v, an INT unless a type or whole columns stand before them in brackets; rows are split by a
 *     space and columns by a comma; {@code -} is NULL, {@code ''} the empty string, {@code now-3h} the time three hours ago
 */
record LaneCase(String kind, String rule, String table, Outcome outcome, Double observed, long badRows) {
    private static final Duration HOUR = Duration.ofHours(1);

    static Stream<LaneCase> read(String lines) {
        return lines.lines().filter(line -> !line.isBlank()).map(line -> {
            String[] cells =
                    Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new);
            Double observed = "none".equals(cells[4]) ? null : Double.valueOf(cells[4]);
            return new LaneCase(
                    cells[0], cells[1], cells[2], Outcome.valueOf(cells[3]), observed, Long.parseLong(cells[5]));
        });
    }

    RuleType type() {
        return LocalSpark.filed(Action.FAIL, rule).get(0).rule().type();
    }

    void check() {
        Dataset<Row> rows = rows();
        List<RuleResult> results = RuleBook.compile(LocalSpark.filed(Action.FAIL, rule), rows.schema())
                .evaluate(rows);
        assertThat(results).singleElement().satisfies(result -> {
            assertThat(result.outcome()).as(result.message()).isEqualTo(outcome);
            assertThat(result.refusesPublish()).isEqualTo(outcome == Outcome.FAILED);
            if (observed == null) {
                assertThat(result.observed()).isNull();
            } else {
                assertThat(result.observed()).isCloseTo(observed, within(Math.abs(observed) * 1e-9));
            }
            assertThat(result.badRows()).isEqualTo(badRows);
            assertThat(result.totalRows()).isEqualTo(values().length);
        });
    }

    private Dataset<Row> rows() {
        StructType schema = schema();
        StructType text = new StructType();
        Column[] columns = new Column[schema.length()];
        for (int i = 0; i < columns.length; i++) {
            StructField field = schema.apply(i);
            text = text.add(field.name(), DataTypes.StringType);
            columns[i] = functions.col(field.name()).cast(field.dataType()).as(field.name());
        }
        Row[] rows = Arrays.stream(values())
                .map(row -> RowFactory.create((Object[])
                        Arrays.stream(row.split(",", -1)).map(LaneCase::value).toArray(String[]::new)))
                .toArray(Row[]::new);
        return LocalSpark.table(text.toDDL(), rows).select(columns);
    }

    private StructType schema() {
        String columns = table.startsWith("[") ? table.substring(1, table.indexOf(']')) : "INT";
        return StructType.fromDDL(columns.startsWith("v ") ? columns : "v " + columns);
    }

    private String[] values() {
        String values = table.substring(table.indexOf(']') + 1).strip();
        return values.isEmpty() ? new String[0] : values.split(" +", -1);
    }

    private static String value(String token) {
        if (token.startsWith("now")) {
            long hours = "now".equals(token) ? 0 : Long.parseLong(token.substring(3, token.length() - 1));
            return Instant.now().plus(HOUR.multipliedBy(hours)).toString();
        }
        return "-".equals(token) ? null : "''".equals(token) ? "" : token;
    }

    @Override
    public String toString() {
        return kind + ": " + rule + " on " + table;
    }
}
