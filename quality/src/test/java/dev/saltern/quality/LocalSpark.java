/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import dev.saltern.quality.dqdl.Dqdl;
import dev.saltern.quality.dqdl.Parsed;
import dev.saltern.quality.dqdl.RuleProblem;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** The one session of this JVM, and short ways to make tables and rules. */
final class LocalSpark {
    static final SparkSession SESSION = SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", false)
            .config("spark.driver.host", "localhost")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.sql.shuffle.partitions", 2)
            .config("spark.sql.session.timeZone", "UTC")
            .getOrCreate();

    private LocalSpark() {}

    static Dataset<Row> table(String ddl, Row... rows) {
        return SESSION.createDataFrame(List.of(rows), StructType.fromDDL(ddl));
    }

    /** Reads rules that must be without mistakes, all filed under one action. */
    static List<FiledRule> filed(Action action, String... rules) {
        Parsed parsed = Dqdl.parse(String.join(",\n", rules), "rules.dqdl", 1, 1);
        List<RuleProblem> problems = new ArrayList<>();
        List<FiledRule> filed = FiledRule.all(action, parsed, problems);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(problems.toString());
        }
        return filed;
    }

    @SafeVarargs
    static List<FiledRule> all(List<FiledRule>... parts) {
        List<FiledRule> all = new ArrayList<>();
        for (List<FiledRule> part : parts) {
            all.addAll(part);
        }
        return all;
    }
}
