/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** All rules about the same key columns: one row for each key, with the number of rows that have it. */
final class Grouping {
    private final Dataset<Row> groups;
    private final List<StructField> keys;
    private final List<Check.OnGroup> checks;

    Grouping(Dataset<Row> rows, StructType schema, List<String> names, List<Check.OnGroup> checks) {
        this.checks = List.copyOf(checks);
        this.keys = Arrays.stream(schema.fields())
                .filter(field -> names.contains(field.name()))
                .toList();
        List<Column> inside = new ArrayList<>();
        for (int i = 0; i < checks.size(); i++) {
            Column applies = checks.get(i).claim().applies();
            inside.add(functions.sum(functions.when(applies, 1L).otherwise(0L)).as(name(i)));
        }
        this.groups = rows.groupBy(keyColumns().toArray(Column[]::new))
                .agg(inside.get(0), inside.subList(1, inside.size()).toArray(Column[]::new));
    }

    boolean holds(Check check) {
        return check instanceof Check.OnGroup group && checks.contains(group);
    }

    /** Returns what was counted for each rule, in one job. */
    Map<Check, Tally> count() {
        List<Column> sums = new ArrayList<>();
        for (int i = 0; i < checks.size(); i++) {
            Column inside = functions.col(name(i));
            sums.add(total(functions.when(broken(i), inside).otherwise(0L)));
            sums.add(total(inside));
            sums.addAll(checks.get(i).metric().aggregates(inside, keyColumns()));
        }
        String names = String.join(", ", keys.stream().map(StructField::name).toList());
        Row counted = Described.run(
                groups.sparkSession().sparkContext(),
                "quality: rows with equal " + names,
                () -> groups.agg(sums.get(0), sums.subList(1, sums.size()).toArray(Column[]::new))
                        .head());
        Map<Check, Tally> tallies = new HashMap<>();
        int next = 0;
        for (Check.OnGroup check : checks) {
            long bad = counted.getLong(next++);
            long judged = counted.getLong(next++);
            List<@Nullable Object> values = new ArrayList<>();
            int more =
                    check.metric().aggregates(functions.lit(0L), keyColumns()).size();
            for (int i = 0; i < more; i++) {
                values.add(counted.get(next++));
            }
            tallies.put(check, check.metric().of(bad, judged, values));
        }
        return tallies;
    }

    /** Returns one string for each key that breaks the rule: the key and how often it is there. */
    Dataset<Row> examples(Check check, String column) {
        int i = checks.indexOf(check);
        Column text = functions.concat(
                ColumnText.pairs(keys),
                functions.lit(" ("),
                functions.col(name(i)).cast("string"),
                functions.when(functions.col(name(i)).equalTo(1L), " row)").otherwise(" rows)"));
        return groups.filter(broken(i)).select(text.as(column));
    }

    private Column broken(int i) {
        return checks.get(i).metric().broken(functions.col(name(i)), keyColumns());
    }

    private List<Column> keyColumns() {
        return keys.stream().map(field -> ColumnText.column(field.name())).toList();
    }

    private static Column total(Column count) {
        return functions.coalesce(functions.sum(count), functions.lit(0L));
    }

    private static String name(int i) {
        return "_inside_" + i;
    }
}
