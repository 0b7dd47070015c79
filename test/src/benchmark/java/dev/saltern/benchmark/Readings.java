/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark;

import dev.saltern.quality.Action;
import dev.saltern.quality.FiledRule;
import dev.saltern.quality.dqdl.Dqdl;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Rows that are measured, and the twelve rules on them. The same seed gives the same rows. */
final class Readings {
    /** Rules that take rows out when they are filed under quarantine. */
    static final String ROW_RULES = """
            IsComplete "id",
            IsComplete "sensor",
            ColumnValues "temperature" between -60 and 60,
            ColumnValues "humidity" between -1 and 101,
            ColumnValues "status" in ["ok", "warn", "off"],
            ColumnValues "site" matches "[A-Z]{3}-[0-9]{2}",
            ColumnLength "firmware" between 3 and 9,
            ColumnValues "read_at" > "2020-01-01"
            """;
    /** Rules about the whole table. */
    static final String TABLE_RULES = """
            RowCount > 0,
            Completeness "battery" > 0.9,
            Mean "temperature" between 0 and 40,
            StandardDeviation "humidity" < 50
            """;

    static final String UNIQUE_RULE = "IsUnique \"id\"";

    private Readings() {}

    /** Returns the rows; one in so many breaks a rule about rows, none for 0. */
    static Dataset<Row> rows(SparkSession session, long count, int oneBadIn) {
        String bad = oneBadIn == 0 ? "false" : "pmod(xxhash64(id, 7), " + oneBadIn + ") = 0";
        return session.range(0, count, 1, 16)
                .selectExpr(
                        "id",
                        "concat('sensor-', pmod(xxhash64(id, 1), 1000)) AS sensor",
                        "timestamp_micros(1704067200000000 + id * 4000) AS read_at",
                        "IF(" + bad + ", 999.0D, round(20 + 30 * sin(id / 1000.0D), 2)) AS temperature",
                        "CAST(pmod(xxhash64(id, 2), 100) AS INT) AS humidity",
                        "element_at(array('ok', 'ok', 'ok', 'warn', 'off'), CAST(pmod(xxhash64(id, 3), 5) AS INT) + 1) AS"
                                + " status",
                        "concat(element_at(array('BER', 'LYS', 'OSL', 'MIL'), CAST(pmod(xxhash64(id, 4), 4) AS INT) + 1),"
                                + " '-', 10 + pmod(xxhash64(id, 4), 40)) AS site",
                        "concat('v1.', pmod(xxhash64(id, 5), 30)) AS firmware",
                        "IF(pmod(xxhash64(id, 6), 50) = 0, NULL, pmod(xxhash64(id, 6), 4200) / 1000.0D) AS battery",
                        "hex(xxhash64(id, 8)) AS payload");
    }

    static List<FiledRule> rules(Action rowRules, boolean unique) {
        List<FiledRule> rules = new ArrayList<>();
        add(rules, rowRules, ROW_RULES);
        add(rules, Action.FAIL, TABLE_RULES);
        if (unique) {
            add(rules, Action.FAIL, UNIQUE_RULE);
        }
        return rules;
    }

    private static void add(List<FiledRule> rules, Action action, String text) {
        rules.addAll(FiledRule.all(action, Dqdl.parse(text, "benchmark", 1, 1), new ArrayList<>()));
    }
}
