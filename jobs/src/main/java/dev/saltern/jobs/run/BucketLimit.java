/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.run;

import dev.saltern.conf.Bucket;
import dev.saltern.transforms.skew.HotKey;
import dev.saltern.transforms.skew.KeySpread;
import dev.saltern.transforms.skew.Slots;
import dev.saltern.transforms.skew.detect.SkewDetector;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Whether rows may be put into buckets: no value of the bucket columns may have more rows than an even bucket. */
final class BucketLimit {
    /** A value with fewer rows is read in a fraction of a second, however the others are spread. */
    static final long HARMLESS_ROWS = 100_000;

    private static final String KEY = "key";

    private final Bucket bucket;
    private final long harmlessRows;

    BucketLimit(Bucket bucket) {
        this(bucket, HARMLESS_ROWS);
    }

    BucketLimit(Bucket bucket, long harmlessRows) {
        this.bucket = bucket;
        this.harmlessRows = harmlessRows;
    }

    /**
     * Counts the heavy values: one pass over the bucket columns, and a second one if a value may have more than half an even bucket; no
     * pass where there are too few rows for any harm. A NULL counts as a value.
     *
     * @param kept the rows of the table, read back from its files
     * @param rows how many they are
     * @return the sentence that names the heaviest value, or empty if the rows may be put into the buckets
     */
    Optional<String> refusal(Dataset<Row> kept, long rows) {
        if (rows <= harmlessRows || bucket.into() == 1) {
            return Optional.empty();
        }
        // A structure is never NULL, so that a NULL in it is counted like any other value.
        Column[] by = bucket.by().stream()
                .map(name -> functions.col("`" + name.replace("`", "``") + "`"))
                .toArray(Column[]::new);
        Dataset<Row> keys = kept.select(functions.struct(by).as(KEY));
        KeySpread spread = SkewDetector.measure(keys, List.of(KEY), new Slots(1, bucket.into()));
        return spread.hot().stream()
                .findFirst()
                .filter(key -> isTooHeavy(key, rows))
                .map(key -> sentence(key, rows));
    }

    private boolean isTooHeavy(HotKey key, long rows) {
        return key.rowsAtLeast() > harmlessRows && key.rowsAtLeast() * bucket.into() > rows;
    }

    private String sentence(HotKey key, long rows) {
        return String.format(
                Locale.ROOT,
                "%s has %d of %d rows (%.1f%%), more than one of %d even buckets (%.1f%%), and one task reads a bucket."
                        + " Set bucket.by to columns of more values, bucket.into to %d or less, or leave bucket out",
                text(key.values().getStruct(0)),
                key.rowsAtLeast(),
                rows,
                100.0 * key.rowsAtLeast() / rows,
                bucket.into(),
                100.0 / bucket.into(),
                rows / key.rowsAtLeast());
    }

    private String text(Row values) {
        StringJoiner text = new StringJoiner(", ");
        for (int i = 0; i < values.length(); i++) {
            text.add(bucket.by().get(i) + "=" + (values.isNullAt(i) ? "NULL" : String.valueOf(values.get(i))));
        }
        return text.toString();
    }
}
