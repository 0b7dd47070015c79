/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** All rules about the same key columns: one row for each key, with the number of rows that have it. */
final class Grouping {
    private static final String ROWS = "_rows";

    private final Dataset<Row> groups;
    private final List<StructField> keys;
    private final List<Check.OnGroup> checks;

    Grouping(Dataset<Row> rows, StructType schema, List<String> names, List<Check.OnGroup> checks) {
        this.checks = List.copyOf(checks);
        this.keys = Arrays.stream(schema.fields())
                .filter(field -> names.contains(field.name()))
                .toList();
        Column[] columns =
                keys.stream().map(field -> ColumnText.column(field.name())).toArray(Column[]::new);
        List<Column> inside = new ArrayList<>();
        for (int i = 0; i < checks.size(); i++) {
            Column applies = checks.get(i).claim().applies();
            inside.add(functions.sum(functions.when(applies, 1L).otherwise(0L)).as(name(i)));
        }
        this.groups =
                rows.groupBy(columns).agg(functions.count(functions.lit(1)).as(ROWS), inside.toArray(Column[]::new));
    }

    boolean holds(Check check) {
        return check instanceof Check.OnGroup group && checks.contains(group);
    }

    /** Puts what was counted for each rule, in one job, and returns the number of rows of the table. */
    long count(Map<Check, Tally> tallies) {
        List<Column> sums = new ArrayList<>();
        for (int i = 0; i < checks.size(); i++) {
            Column inside = functions.col(name(i));
            sums.add(total(functions.when(broken(i), inside).otherwise(0L)));
            sums.add(total(inside));
        }
        String names = String.join(", ", keys.stream().map(StructField::name).toList());
        Row counted = Described.run(
                groups.sparkSession().sparkContext(),
                "quality: rows with equal " + names,
                () -> groups.agg(total(functions.col(ROWS)), sums.toArray(Column[]::new))
                        .head());
        for (int i = 0; i < checks.size(); i++) {
            tallies.put(checks.get(i), new Tally(counted.getLong(1 + 2 * i), counted.getLong(2 + 2 * i)));
        }
        return counted.getLong(0);
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
        Column inside = functions.col(name(i));
        List<Column> missing = keys.stream()
                .map(field -> ColumnText.column(field.name()).isNull())
                .toList();
        Column none = missing.stream().reduce(Column::and).orElseThrow();
        Column any = missing.stream().reduce(Column::or).orElseThrow();
        return checks.get(i).missingIsBad()
                ? inside.gt(1L).or(inside.gt(0L).and(any))
                : inside.gt(1L).and(functions.not(none));
    }

    private static Column total(Column count) {
        return functions.coalesce(functions.sum(count), functions.lit(0L));
    }

    private static String name(int i) {
        return "_inside_" + i;
    }
}
