/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.footer;

import dev.saltern.quality.internal.Spark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.execution.datasources.FileStatusWithMetadata;
import org.apache.spark.sql.execution.datasources.HadoopFsRelation;
import org.apache.spark.sql.execution.datasources.LogicalRelation;
import org.apache.spark.sql.execution.datasources.PartitionDirectory;
import org.apache.spark.sql.execution.datasources.parquet.ParquetFileFormat;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import scala.collection.JavaConverters;

/**
 * The files of a table that is nothing but Parquet files: every row of every file and no other.
 *
 * <p>Their footers are read on the first question, by the driver, several at a time; what was read is kept. Thread-safe for
 * reading.
 */
public final class ParquetTable {
    private final StructType schema;
    private final List<DataFile> files;
    private final Configuration hadoop;
    private @Nullable Footers footers;

    private ParquetTable(StructType schema, List<DataFile> files, Configuration hadoop) {
        this.schema = schema;
        this.files = files;
        this.hadoop = hadoop;
    }

    /**
     * Returns the files behind a frame; nothing unless the frame is Parquet files read with their columns as they are, so that
     * what is true of the files is true of the frame. No job.
     */
    public static Optional<ParquetTable> of(Dataset<Row> rows) {
        LogicalPlan plan = Spark.execution(rows).analyzed();
        if (!(plan instanceof LogicalRelation logical)
                || !(logical.relation() instanceof HadoopFsRelation relation)
                || !(relation.fileFormat() instanceof ParquetFileFormat)) {
            return Optional.empty();
        }
        List<DataFile> files = new ArrayList<>();
        scala.collection.immutable.List<Expression> every =
                JavaConverters.asScalaBuffer(List.<Expression>of()).toList();
        for (PartitionDirectory directory :
                JavaConverters.seqAsJavaList(relation.location().listFiles(every, every))) {
            Map<String, @Nullable Object> values = values(relation.partitionSchema(), directory.values());
            for (FileStatusWithMetadata file : JavaConverters.seqAsJavaList(directory.files())) {
                files.add(new DataFile(file.getPath(), file.getLen(), values));
            }
        }
        Configuration hadoop = Spark.state(rows.sparkSession()).newHadoopConf();
        return Optional.of(new ParquetTable(rows.schema(), List.copyOf(files), hadoop));
    }

    private static Map<String, @Nullable Object> values(StructType columns, InternalRow row) {
        Map<String, @Nullable Object> values = new HashMap<>();
        for (int i = 0; i < columns.length(); i++) {
            StructField column = columns.apply(i);
            Object value = row.isNullAt(i) ? null : row.get(i, column.dataType());
            values.put(column.name(), java8(CatalystTypeConverters.convertToScala(value, column.dataType())));
        }
        return values;
    }

    private static @Nullable Object java8(@Nullable Object value) {
        if (value instanceof java.sql.Date date) {
            return date.toLocalDate();
        }
        return value instanceof java.sql.Timestamp time ? time.toInstant() : value;
    }

    /** Returns the number of rows, as the footers count them. */
    public long rows() {
        return footers().rows();
    }

    /** Returns the number of files. */
    public int fileCount() {
        return files.size();
    }

    /**
     * Returns what the footers say about a top-level column; about a column of arrays, maps or structs they say nothing.
     *
     * @throws IllegalArgumentException if the table has no such column
     */
    public ColumnFacts column(String name) {
        return footers().column(schema.apply(name));
    }

    /**
     * Returns every value that may stand in the column besides NULL, read from the dictionaries of the files; nothing where a
     * file holds values outside of a dictionary, or where there are too many.
     */
    public Optional<List<Object>> values(String name) {
        return new Dictionaries(footers().files(), hadoop).values(schema.apply(name));
    }

    /** Returns the compressed bytes of some columns, which a pass over them has to read. */
    public Map<String, Long> bytes(List<String> names) {
        Map<String, Long> bytes = new LinkedHashMap<>();
        names.forEach(name -> bytes.put(name, footers().bytes(name)));
        return bytes;
    }

    private synchronized Footers footers() {
        Footers known = footers;
        if (known == null) {
            known = Footers.read(files, hadoop);
            footers = known;
        }
        return known;
    }
}
