/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Counts the rows of a table that equal the row of another table with the same key. */
record RowMatching(String dataset, List<DatasetMatch.Pair> keys, List<DatasetMatch.Pair> values)
        implements Measurement {
    private static final int MAX_EXAMPLES = 3;
    private static final String ROWS = "_rows";
    private static final String OWN = "_own_";
    private static final String OTHER = "_other_";

    @Override
    public Finding find(Dataset<Row> rows, Evidence evidence) {
        Dataset<Row> own = grouped(rows, OWN, DatasetMatch.Pair::own);
        Dataset<Row> other = grouped(evidence.dataset(dataset), OTHER, DatasetMatch.Pair::other);
        Column sameKey = functions.lit(true);
        for (int i = 0; i < keys.size(); i++) {
            sameKey = sameKey.and(functions.col(OWN + "key_" + i).equalTo(functions.col(OTHER + "key_" + i)));
        }
        Column equal = functions
                .col(OWN + ROWS)
                .equalTo(1L)
                .and(functions.coalesce(functions.col(OTHER + ROWS).equalTo(1L), functions.lit(false)));
        for (int i = 0; i < values.size(); i++) {
            equal = equal.and(functions.col(OWN + i).eqNullSafe(functions.col(OTHER + i)));
        }
        Dataset<Row> joined = own.join(other, sameKey, "left");
        Column ownRows = functions.col(OWN + ROWS);
        Column bad = functions.sum(functions.when(equal, 0L).otherwise(ownRows));
        Row counted = Described.run(
                rows.sparkSession().sparkContext(),
                "quality: rows that equal those of " + dataset,
                () -> joined.agg(functions.sum(ownRows), bad).head());
        long judged = counted.isNullAt(0) ? 0 : counted.getLong(0);
        Dataset<Row> unequal = joined.where(functions.not(equal));
        return new Finding(Tally.rows(counted.isNullAt(1) ? 0 : counted.getLong(1), judged), () -> examples(unequal));
    }

    /** Returns one row for each key: the key, how many rows have it, and their values, which are those of one row for one row. */
    private Dataset<Row> grouped(
            Dataset<Row> rows, String prefix, java.util.function.Function<DatasetMatch.Pair, String> name) {
        List<Column> key = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            key.add(ColumnText.column(name.apply(keys.get(i))).as(prefix + "key_" + i));
        }
        List<Column> greatest = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            greatest.add(
                    functions.max(ColumnText.column(name.apply(values.get(i)))).as(prefix + i));
        }
        return rows.groupBy(key.toArray(Column[]::new))
                .agg(functions.count(functions.lit(1)).as(prefix + ROWS), greatest.toArray(Column[]::new));
    }

    private List<String> examples(Dataset<Row> unequal) {
        List<Column> parts = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            Column text = functions.coalesce(functions.col(OWN + "key_" + i).cast("string"), functions.lit("NULL"));
            parts.add(functions.concat(functions.lit(keys.get(i).own() + "="), text));
        }
        Column text = functions.concat_ws(", ", parts.toArray(Column[]::new)).as("text");
        return Described.run(
                unequal.sparkSession().sparkContext(),
                "quality: examples of rows that differ from " + dataset,
                () -> unequal.select(text).orderBy("text").limit(MAX_EXAMPLES).collectAsList().stream()
                        .map(row -> row.getString(0))
                        .toList());
    }
}
