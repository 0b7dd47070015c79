/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.catalog;

import dev.saltern.conf.Bucket;
import dev.saltern.jobs.publish.run.TableSpec;
import dev.saltern.jobs.publish.schema.SchemaEvolution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * A table as the catalog has it.
 *
 * @param schema its columns, partition columns last
 * @param partitionColumns the names of the partition columns, in order
 * @param bucket how its rows are put into buckets, or null for not at all
 * @param dropped columns that it had and that older files still hold
 */
public record KnownTable(
        StructType schema,
        List<String> partitionColumns,
        @Nullable Bucket bucket,
        StructType dropped) {
    /** The table parameter that remembers the dropped columns, as Spark's JSON of a schema. */
    public static final String DROPPED = "saltern.dropped";

    public KnownTable {
        partitionColumns = List.copyOf(partitionColumns);
    }

    /** A table that never lost a column. */
    public KnownTable(StructType schema, List<String> partitionColumns, @Nullable Bucket bucket) {
        this(schema, partitionColumns, bucket, new StructType());
    }

    /** Returns the columns that stand in the files. */
    public StructType dataSchema() {
        StructField[] fields = schema.fields();
        return new StructType(Arrays.copyOf(fields, fields.length - partitionColumns.size()));
    }

    /** Returns why a run with these columns must not be shown beside what the table has, each in one sentence; empty if it may. */
    public List<String> problems(TableSpec table) {
        List<String> problems = new ArrayList<>(partitionProblems(table));
        bucketProblem(table).ifPresent(problems::add);
        problems.addAll(evolution(table).refusals());
        return problems;
    }

    /** Returns what becomes of the columns when a run brings its own. */
    public SchemaEvolution evolution(TableSpec table) {
        return SchemaEvolution.of(dataSchema(), dropped, table);
    }

    /** Returns how partition columns would change their types; their values stand in paths, and would be read as others. */
    private List<String> partitionProblems(TableSpec table) {
        List<String> problems = new ArrayList<>();
        if (!partitionColumns.equals(table.partitionColumns())) {
            problems.add("The partition columns of " + table + " are " + table.partitionColumns() + ", the catalog has "
                    + partitionColumns);
            return problems;
        }
        for (String column : partitionColumns) {
            DataType before = schema.apply(column).dataType();
            DataType after = table.schema().apply(column).dataType();
            if (!before.equals(after)) {
                problems.add("The partition column `" + column + "` of " + table + " would change its type: "
                        + before.sql() + " -> " + after.sql()
                        + ". Cast it back, or give the output a new name and publish its days to that");
            }
        }
        return problems;
    }

    /** Returns the dropped columns that a table's parameters remember. */
    public static StructType dropped(Map<String, String> parameters) {
        String json = parameters.get(DROPPED);
        return json == null ? new StructType() : (StructType) DataType.fromJson(json);
    }

    /**
     * Returns why the files of a run cannot be shown beside those that the table has: they lie in other buckets, and Spark would read
     * the wrong ones. Empty if they can.
     */
    public Optional<String> bucketProblem(TableSpec table) {
        if (Objects.equals(bucket, table.bucket())) {
            return Optional.empty();
        }
        return Optional.of(
                "The buckets of " + table + " would change: the catalog has " + text(bucket) + ", the pipeline says "
                        + text(table.bucket())
                        + ". Set outputs." + table.table()
                        + ".bucket back, or give the output a new name and publish its days to that");
    }

    private static String text(@Nullable Bucket bucket) {
        return bucket == null ? "none" : bucket.toString();
    }
}
