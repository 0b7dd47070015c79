/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.Grain;
import dev.saltern.conf.Partitioning;
import dev.saltern.conf.SalternException;
import dev.saltern.conf.Source;
import dev.saltern.jobs.stage.read.PathColumns;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** The columns of a source after staging. */
public final class StagedSchema {
    private StagedSchema() {}

    /**
     * Returns the declared columns, then the columns of the path that are not declared (STRING), then, where the source has a partition
     * expression or its path names the period, the partition columns: DATE for the grain day, STRING for month and year, INT for calendar
     * columns. A declared column with the name of a partition column holds the partition value if the source has a partition expression.
     * All columns are nullable, as in every file that Spark reads.
     *
     * @throws SalternException INVALID_CONFIGURATION naming every column that is of a type that the format has no text for, has a reserved
     *     name, stands twice, or has the name of a partition column although the path gives its value, and every key of the source that
     *     cannot be meant
     */
    public static StructType of(Source source, StructType declared, Partitioning partitioning) {
        requireRegex(source);
        StructType data = data(source, declared);
        List<String> problems = new ArrayList<>(SourceProblems.of(source, data));
        boolean computed = source.partition() != null;
        StructType schema = new StructType();
        for (StructField field : data.fields()) {
            StructField partition = named(partitionFields(partitioning), field.name());
            boolean partitioned = partition != null && isPartitioned(source, partitioning);
            if (partitioned && !computed) {
                problems.add(
                        "Invalid column: " + field.name()
                                + " (must not have the name of the partition column, whose value stands in the path). Add a partition expression");
            }
            StructField staged = new StructField(
                    field.name(),
                    partition != null && partitioned ? partition.dataType() : field.dataType(),
                    true,
                    Metadata.empty());
            schema = schema.add(commented(staged, field));
        }
        if (source.maxQuarantinedPerPartition() != null && !isPartitioned(source, partitioning)) {
            problems.add("Invalid max-quarantined-per-partition: " + source.maxQuarantinedPerPartition()
                    + " (must be left out: the rows of the source belong to no partition)");
        }
        if (!problems.isEmpty()) {
            throw new SalternException(ExitCode.INVALID_CONFIGURATION, String.join("\n", problems));
        }
        if (isPartitioned(source, partitioning)) {
            for (StructField field : partitionFields(partitioning).fields()) {
                schema = named(schema, field.name()) == null ? schema.add(field) : schema;
            }
        }
        return schema.asNullable();
    }

    /** Returns the field with the comment of another one, if that has any: it goes with the column into the catalog. */
    public static StructField commented(StructField field, StructField other) {
        return other.getComment().isDefined()
                ? field.withComment(other.getComment().get())
                : field;
    }

    /** Returns the declared columns with their nullability, then those of the path. */
    static StructType data(Source source, StructType declared) {
        StructType data = declared;
        for (String name : PathColumns.of(source.columnsFromPath()).names()) {
            if (named(declared, name) == null) {
                data = data.add(name, DataTypes.StringType, true);
            }
        }
        return data;
    }

    /** Returns the partition columns with their types; none for the grain none. */
    public static StructType partitionFields(Partitioning partitioning) {
        boolean calendar = partitioning.columns().size() > 1;
        DataType single = partitioning.grain() == Grain.DAY ? DataTypes.DateType : DataTypes.StringType;
        StructType fields = new StructType();
        for (String column : partitioning.columns()) {
            fields = fields.add(column, calendar ? DataTypes.IntegerType : single, true);
        }
        return fields;
    }

    /** Returns whether the rows of the source belong to partitions. */
    static boolean isPartitioned(Source source, Partitioning partitioning) {
        return partitioning.grain() != Grain.NONE
                && (source.partition() != null || SourcePath.namesPeriod(source, partitioning.grain()));
    }

    private static void requireRegex(Source source) {
        try {
            PathColumns.of(source.columnsFromPath());
        } catch (IllegalArgumentException e) {
            throw new SalternException(ExitCode.INVALID_CONFIGURATION, String.valueOf(e.getMessage()), e);
        }
    }

    private static @Nullable StructField named(StructType schema, String name) {
        for (StructField field : schema.fields()) {
            if (field.name().equalsIgnoreCase(name)) {
                return field;
            }
        }
        return null;
    }
}
