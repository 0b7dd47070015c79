/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.plan;

import dev.saltern.conf.Bucket;
import dev.saltern.conf.Problem;
import dev.saltern.conf.load.LoadedPipeline;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.expressions.RowOrdering;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructType;

/** Whether rows with certain columns can be put into buckets. */
final class BucketCheck {
    private final LoadedPipeline loaded;
    private final String table;
    private final StructType schema;
    private final List<String> partitionColumns;
    private final List<Problem> problems = new ArrayList<>();

    private BucketCheck(LoadedPipeline loaded, String table, StructType schema, List<String> partitionColumns) {
        this.loaded = loaded;
        this.table = table;
        this.schema = schema;
        this.partitionColumns = partitionColumns;
    }

    /** Returns what is wrong with the buckets of an output whose rows have the schema. */
    static List<Problem> problems(
            LoadedPipeline loaded, String table, Bucket bucket, StructType schema, List<String> partitionColumns) {
        BucketCheck check = new BucketCheck(loaded, table, schema, partitionColumns);
        bucket.by().forEach(check::by);
        bucket.sort().forEach(check::sort);
        return check.problems;
    }

    private void by(String column) {
        if (!isData(column, "by", "bucket " + table)) {
            return;
        }
        DataType type = schema.apply(column).dataType();
        if (type instanceof FloatType || type instanceof DoubleType) {
            // Spark normalizes them before it joins or groups, and then no longer sees that the buckets fit.
            add(
                    "by",
                    "Cannot bucket " + table + " by " + column + ": it is " + type.sql()
                            + ", and Spark shuffles for it all the same. Cast it to DECIMAL or choose another column");
        } else if (type instanceof ArrayType || type instanceof MapType || type instanceof StructType) {
            add(
                    "by",
                    "Cannot bucket " + table + " by " + column + ": it is " + type.sql()
                            + " (must be a number, text, a date, a time, a boolean or binary)");
        }
    }

    private void sort(String column) {
        if (isData(column, "sort", "sort the buckets of " + table)
                && !RowOrdering.isOrderable(schema.apply(column).dataType())) {
            add(
                    "sort",
                    "Cannot sort the buckets of " + table + " by " + column + ": "
                            + schema.apply(column).dataType().sql() + " has no order");
        }
    }

    private boolean isData(String column, String key, String what) {
        if (!List.of(schema.fieldNames()).contains(column)) {
            add(
                    key,
                    "Cannot " + what + ": there is no column " + column + " (it has "
                            + String.join(", ", schema.fieldNames()) + ")");
            return false;
        }
        if (partitionColumns.contains(column)) {
            add(
                    key,
                    "Cannot " + what + " by " + column
                            + ": it is a partition column, of which a partition has one value."
                            + " Choose another column");
            return false;
        }
        return true;
    }

    private void add(String key, String message) {
        problems.add(new Problem(loaded.origins().of("outputs." + table + ".bucket." + key), message));
    }
}
