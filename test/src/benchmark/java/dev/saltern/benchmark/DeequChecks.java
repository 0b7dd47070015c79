/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark;

import com.amazon.deequ.VerificationSuite;
import com.amazon.deequ.checks.Check;
import com.amazon.deequ.checks.CheckLevel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.Function1;
import scala.Option;
import scala.collection.immutable.List$;
import scala.util.matching.Regex;

/** The twelve rules as Deequ has them. */
final class DeequChecks {
    private DeequChecks() {}

    /** Runs the suite and returns its verdict in Deequ's word. */
    static String verify(Dataset<Row> rows, boolean unique) {
        Check check = new Check(CheckLevel.Error(), "readings", List$.MODULE$.empty())
                .hasSize(holds(size -> ((Number) size).longValue() > 0), none())
                .isComplete("id", none(), none())
                .isComplete("sensor", none(), none())
                .isContainedIn("temperature", -60, 60, false, false, none(), none())
                .isContainedIn("humidity", -1, 101, false, false, none(), none())
                .isContainedIn("status", new String[] {"ok", "warn", "off"})
                .hasPattern(
                        "site",
                        new Regex("^[A-Z]{3}-[0-9]{2}$", List$.MODULE$.empty()),
                        holds(share -> ((Number) share).doubleValue() == 1),
                        none(),
                        none(),
                        none())
                .hasMinLength("firmware", holds(length -> ((Number) length).doubleValue() > 3), none(), none())
                .hasMaxLength("firmware", holds(length -> ((Number) length).doubleValue() < 9), none(), none())
                .satisfies(
                        "read_at > '2020-01-01'",
                        "read_at",
                        holds(share -> ((Number) share).doubleValue() == 1),
                        none(),
                        List$.MODULE$.empty(),
                        none())
                .hasCompleteness("battery", holds(share -> ((Number) share).doubleValue() > 0.9), none(), none())
                .hasMean(
                        "temperature",
                        holds(mean -> ((Number) mean).doubleValue() > 0 && ((Number) mean).doubleValue() < 40),
                        none())
                .hasStandardDeviation("humidity", holds(deviation -> ((Number) deviation).doubleValue() < 50), none());
        Check all = unique ? check.isUnique("id", none(), none()) : check;
        return new VerificationSuite().onData(rows).addCheck(all).run().status().toString();
    }

    private static <T> Option<T> none() {
        return Option.empty();
    }

    private static Function1<Object, Object> holds(java.util.function.Predicate<Object> condition) {
        return condition::test;
    }
}
