/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.write;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.hash;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;

import dev.saltern.conf.Bucket;
import dev.saltern.transforms.internal.Spark;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.catalog.BucketSpec;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.RebalancePartitions;
import org.apache.spark.sql.execution.datasources.DataSource;
import org.apache.spark.sql.types.AtomicType;
import org.apache.spark.sql.types.StructType;
import scala.Option;
import scala.Tuple2;
import scala.collection.JavaConverters;
import scala.collection.immutable.Map$;
import scala.collection.mutable.Builder;

/** Brings the rows of a file together, by one shuffle at most, and writes the files. */
final class TableWriter {
    private static final String MAX_RECORDS = "maxRecordsPerFile";

    private final TableLayout layout;

    TableWriter(TableLayout layout) {
        this.layout = layout;
    }

    /**
     * Returns the rows gathered for their files. Without it every task would write a file into every partition and bucket; where all rows
     * go to one folder, they stay in the tasks that compute them.
     *
     * <p>Rows in buckets: all of a partition's bucket in one task. Others: those of a partition in as many tasks as the size of a file asks
     * for; adaptive execution cuts what grows too big. A table without partitions is dealt out by what stands in the rows: dealt out in turn,
     * all rows of a task would be sorted before, so that a task that is repeated deals them out alike.
     */
    Dataset<Row> gathered(Dataset<Row> rows) {
        if (!layout.gathered()) {
            return rows;
        }
        List<Column> partition =
                layout.partitionColumns().stream().map(TableWriter::column).toList();
        Bucket bucket = layout.bucket();
        if (bucket != null) {
            List<Column> file = new ArrayList<>(partition);
            file.add(bucketId(bucket));
            return rows.repartition(file.toArray(Column[]::new));
        }
        Long bytes = layout.shuffledBytesPerFile();
        List<Expression> expressions = (partition.isEmpty() ? atomic(rows.schema()) : partition)
                .stream().map(Spark::expression).toList();
        // The hint has no word for the size, and the setting would resize every other shuffle of the query too.
        LogicalPlan rebalanced = new RebalancePartitions(
                seq(expressions), Spark.execution(rows).analyzed(), Option.empty(), Option.apply((Object) bytes));
        return Spark.rows(rows.sparkSession(), rebalanced);
    }

    private static List<Column> atomic(StructType schema) {
        return Arrays.stream(schema.fields())
                .filter(field -> field.dataType() instanceof AtomicType)
                .map(field -> column(field.name()))
                .toList();
    }

    /** Returns the number of the bucket as Spark computes it for a bucketed table: an INT in [0, buckets). */
    private static Column bucketId(Bucket bucket) {
        Column[] by = bucket.by().stream().map(TableWriter::column).toArray(Column[]::new);
        return pmod(hash(by), lit(bucket.into()));
    }

    /** Writes the rows in a format of files; with buckets, the name of each file ends with the number of its bucket. */
    void write(Dataset<Row> rows, String path, SaveMode mode, String format, Map<String, String> options) {
        Map<String, String> all = new HashMap<>(options);
        Long limit = layout.maxRecordsPerFile();
        if (limit != null) {
            all.put(MAX_RECORDS, limit.toString());
        }
        Bucket bucket = layout.bucket();
        if (bucket == null) {
            rows.write()
                    .mode(mode)
                    .format(format)
                    .options(all)
                    .partitionBy(layout.partitionColumns().toArray(String[]::new))
                    .save(path);
        } else {
            bucketed(rows, path, mode, format, all, bucket);
        }
    }

    /** The command that a DataFrameWriter runs for a path, with buckets, which that one writes to tables of a catalog only. */
    private void bucketed(
            Dataset<Row> rows, String path, SaveMode mode, String format, Map<String, String> options, Bucket bucket) {
        SparkSession session = rows.sparkSession();
        BucketSpec spec = new BucketSpec(bucket.into(), seq(bucket.by()), seq(bucket.sort()));
        DataSource files = new DataSource(
                session,
                format,
                seq(List.of(path)),
                Option.empty(),
                seq(layout.partitionColumns()),
                Option.apply(spec),
                scala(options),
                Option.empty());
        // A command runs as soon as there is a frame of it.
        Spark.rows(session, files.planForWriting(mode, Spark.execution(rows).analyzed()));
    }

    static Column column(String name) {
        return col("`" + name.replace("`", "``") + "`");
    }

    private static <T> scala.collection.immutable.List<T> seq(List<T> list) {
        return JavaConverters.asScalaBuffer(list).toList();
    }

    private static scala.collection.immutable.Map<String, String> scala(Map<String, String> map) {
        Builder<Tuple2<String, String>, scala.collection.immutable.Map<String, String>> copy =
                Map$.MODULE$.newBuilder();
        map.forEach((key, value) -> copy.$plus$eq(new Tuple2<>(key, value)));
        return copy.result();
    }
}
