/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.profile;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** The session of this JVM, and tables to profile. */
final class Tables {
    static final SparkSession SESSION = SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", false)
            .config("spark.driver.host", "localhost")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.sql.shuffle.partitions", 2)
            .config("spark.sql.session.timeZone", "UTC")
            .getOrCreate();

    private Tables() {}

    static Dataset<Row> table(String ddl, Row... rows) {
        return SESSION.createDataFrame(List.of(rows), StructType.fromDDL(ddl));
    }

    /** Many values of every kind, more of them than any sketch keeps, in doubles whose sum depends on the order. */
    static Dataset<Row> wide(int rows) {
        List<Row> all = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            long mixed = (i * 2654435761L) % rows;
            all.add(RowFactory.create(
                    i,
                    (mixed % 7 == 0) ? null : "S-" + (100 + mixed % 800),
                    (mixed - rows / 2.0) / 7 * Math.pow(10, (double) (mixed % 12)),
                    mixed % 5 == 0 ? "hot" : "cold " + mixed,
                    mixed % 3 == 0));
        }
        return SESSION.createDataFrame(
                all, StructType.fromDDL("id INT, site STRING, value DOUBLE, word STRING, flag BOOLEAN"));
    }

    /** Every type, names that hurt, and values that hurt. */
    static Dataset<Row> nasty() {
        String ddl = "`a.b` DOUBLE, `x y` STRING, `back``tick` INT, `\"quo\\\\te` STRING, `UPPER` BIGINT, `upper` INT,"
                + " bin BINARY, arr ARRAY<INT>, m MAP<STRING, INT>, s STRUCT<x: INT>, dec DECIMAL(38, 10),"
                + " d DATE, ts TIMESTAMP, ntz TIMESTAMP_NTZ, nothing STRING, long_text STRING, f FLOAT, flag BOOLEAN";
        List<Row> all = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            boolean even = i % 2 == 0;
            all.add(RowFactory.create(
                    i == 0 ? Double.NaN : i == 1 ? -0.0 : i == 2 ? Double.POSITIVE_INFINITY : i == 3 ? 1e308 : -1e308,
                    i == 0 ? "" : i == 1 ? " \t" : i == 2 ? "line\nbreak" : "AB-" + (100 + i),
                    i == 0 ? null : Integer.MIN_VALUE + i,
                    even ? "say \"hi\" \\" : "é$^",
                    Long.MAX_VALUE - i,
                    even ? null : i,
                    "b".getBytes(StandardCharsets.UTF_8),
                    List.of(1),
                    Map.of("k", i),
                    RowFactory.create(i),
                    new BigDecimal("-1234567890123456789.0123456789").add(BigDecimal.valueOf(i)),
                    Date.valueOf("0001-01-01"),
                    Timestamp.from(Instant.parse("2024-02-29T23:59:59.999999Z")),
                    LocalDateTime.parse("2024-01-01T00:00:00").plusHours(i),
                    null,
                    "x".repeat(10_000 + i),
                    even ? 0.1f : 1e-38f,
                    i % 3 == 0 ? null : even));
        }
        return SESSION.createDataFrame(all, StructType.fromDDL(ddl));
    }
}
