/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark.day;

import com.amazon.deequ.VerificationResult;
import com.amazon.deequ.VerificationSuite;
import com.amazon.deequ.checks.Check;
import com.amazon.deequ.checks.CheckLevel;
import java.nio.file.Path;
import java.util.function.DoublePredicate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import scala.Function1;
import scala.Option;
import scala.collection.immutable.List$;

/**
 * The rules of the pipeline as Deequ has them: those on readings on what was parsed, those on tables on what was written.
 *
 * @param out the folder of the tables
 */
record PlainChecks(SparkSession session, Path out) {
    private static final double MOST_BAD = 0.05;

    void verify(Dataset<Row> parsed, Dataset<Row> sensors) {
        require("readings", parsed, readings());
        require("sensors", sensors, primaryKey(check("sensors"), "sensor_id"));
        require("sensor_daily", written("sensor_daily"), daily());
        require("site_wide", written("site_wide"), primaryKey(check("site_wide"), "dt", "site"));
        require(
                "sensor_smooth",
                written("sensor_smooth"),
                check("sensor_smooth").isComplete("mean_24h", none(), none()));
    }

    /** Five in a hundred may be bad, for they are set aside. */
    private static Check readings() {
        Function1<Object, Object> most = holds(share -> share >= 1 - MOST_BAD);
        Check check = check("readings")
                .hasSize(holds(size -> size > 0), none())
                .hasCompleteness("sensor_id", most, none(), none());
        check = satisfies(check, "sensor_id IS NULL OR sensor_id RLIKE '^s-[0-9]{4,}$'", "pattern", most);
        check = satisfies(check, "metric IN ('temperature', 'humidity', 'pressure')", "metric", most);
        check = satisfies(check, "metric <> 'temperature' OR (value > -60 AND value < 60)", "temperature", most);
        check = satisfies(check, "metric <> 'humidity' OR (value > -0.01 AND value < 100.01)", "humidity", most);
        return satisfies(check, "metric <> 'pressure' OR (value > 850 AND value < 1100)", "pressure", most);
    }

    private static Check daily() {
        Check key = primaryKey(check("sensor_daily"), "dt", "sensor_id", "metric");
        return satisfies(key, "readings > 1", "readings", holds(share -> share >= 0));
    }

    private static Check primaryKey(Check check, String... columns) {
        Check complete = check;
        for (String column : columns) {
            complete = complete.isComplete(column, none(), none());
        }
        return complete.hasUniqueness(
                scala.collection.JavaConverters.asScalaBuffer(java.util.List.of(columns))
                        .toList(),
                holds(share -> share == 1),
                none());
    }

    private static Check satisfies(Check check, String condition, String name, Function1<Object, Object> holds) {
        return check.satisfies(condition, name, holds, none(), List$.MODULE$.empty(), none());
    }

    private Dataset<Row> written(String table) {
        return session.read().parquet(out.resolve(table).toString());
    }

    private static Check check(String name) {
        return new Check(CheckLevel.Error(), name, List$.MODULE$.empty());
    }

    private static void require(String table, Dataset<Row> rows, Check check) {
        VerificationResult result =
                new VerificationSuite().onData(rows).addCheck(check).run();
        if (!result.status().toString().equals("Success")) {
            throw new IllegalStateException("Cannot accept " + table + ": Deequ says " + result.checkResults());
        }
    }

    private static <T> Option<T> none() {
        return Option.empty();
    }

    private static Function1<Object, Object> holds(DoublePredicate condition) {
        return value -> condition.test(((Number) value).doubleValue());
    }
}
