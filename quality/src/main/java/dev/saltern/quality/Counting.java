/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;

/** The aggregates that judge some rules in one pass, and how to read them; they serve a query and an observation alike. */
final class Counting {
    private final List<Check.Scanned> checks;
    private final List<Column> columns = new ArrayList<>();

    Counting(List<Check.Scanned> checks) {
        this.checks = List.copyOf(checks);
        columns.add(functions.count(functions.lit(1)));
        for (Check.Scanned check : checks) {
            if (check.claim().filtered()) {
                columns.add(number(check.claim().applies()));
            }
            if (check instanceof Check.Counted counted) {
                columns.add(number(counted));
            } else if (check instanceof Check.OnAggregate aggregate) {
                columns.addAll(aggregate.aggregates());
            }
        }
    }

    int rules() {
        return checks.size();
    }

    /** Returns the aggregates, the number of rows first, each under a name of its own. */
    List<Column> columns() {
        List<Column> named = new ArrayList<>();
        for (Column column : columns) {
            named.add(column.as("_" + named.size()));
        }
        return named;
    }

    /** Returns what was counted for each rule. */
    Map<Check, Tally> read(Row counted) {
        Map<Check, Tally> tallies = new HashMap<>();
        long rows = counted.getLong(0);
        int next = 1;
        for (Check.Scanned check : checks) {
            long judged = check.claim().filtered() ? counted.getLong(next++) : rows;
            if (check instanceof Check.Counted) {
                tallies.put(check, Tally.rows(counted.getLong(next++), judged));
            } else if (check instanceof Check.OnAggregate aggregate) {
                List<@Nullable Object> values = new ArrayList<>();
                for (int i = 0; i < aggregate.aggregates().size(); i++) {
                    values.add(counted.get(next++));
                }
                tallies.put(check, aggregate.metric().of(values, judged));
            }
        }
        return tallies;
    }

    private static Column number(Check.Counted counted) {
        Column broken = counted.broken();
        return counted.witness() == Check.Witness.VALUES
                ? number(
                        OncePerText.of(functions.when(broken, 1L).otherwise(0L)).notEqual(0L))
                : number(broken);
    }

    /** A sum and not {@code count_if}, whose filter would keep the aggregation from sharing one pass. */
    private static Column number(Column condition) {
        return functions.coalesce(functions.sum(functions.when(condition, 1L).otherwise(0L)), functions.lit(0L));
    }
}
