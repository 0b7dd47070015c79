/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.run;

import dev.saltern.conf.Bucket;
import dev.saltern.conf.Evolve;
import dev.saltern.conf.ExitCode;
import dev.saltern.conf.Partitioning;
import dev.saltern.conf.SalternException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * A table as it is to be published.
 *
 * @param database the database that holds it in the catalog
 * @param table its name
 * @param schema its columns: the data columns, then the partition columns in the order of the partitioning
 * @param partitioning how it is cut
 * @param bucket how the rows of a partition are put into buckets, or null for not at all
 * @param evolve what happens when its columns change so that readers feel it
 * @param description its comment in the catalog
 */
public record TableSpec(
        String database,
        String table,
        StructType schema,
        Partitioning partitioning,
        @Nullable Bucket bucket,
        Evolve evolve,
        @Nullable String description) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9_]+");

    public TableSpec {
        requireName("database", database);
        requireName("table", table);
        if (!endsWith(schema, partitioning.columns())) {
            throw new SalternException(
                    ExitCode.INTERNAL,
                    "Invalid schema of table " + table + ": " + Arrays.asList(schema.fieldNames())
                            + " (must end with the partition columns " + partitioning.columns() + ")");
        }
    }

    /** A table without buckets. */
    public TableSpec(
            String database, String table, StructType schema, Partitioning partitioning, @Nullable String description) {
        this(database, table, schema, partitioning, null, Evolve.REFUSE, description);
    }

    /** Returns the same table as a run with another schema has it. */
    public TableSpec withSchema(StructType other) {
        return new TableSpec(database, table, other, partitioning, bucket, evolve, description);
    }

    /** Returns the same table whose columns may change as a pipeline allows it. */
    public TableSpec allowingChanges() {
        return new TableSpec(database, table, schema, partitioning, bucket, Evolve.ALLOW, description);
    }

    /** Returns the same table as the run of a manifest has it; empty if that run cut it otherwise. */
    public Optional<TableSpec> asIn(Manifest manifest) {
        StructType written = (StructType) DataType.fromJson(manifest.schema());
        return endsWith(written, partitioning.columns()) ? Optional.of(withSchema(written)) : Optional.empty();
    }

    /** Returns the columns that stand in the files. */
    public StructType dataSchema() {
        StructField[] fields = schema.fields();
        return new StructType(
                Arrays.copyOf(fields, fields.length - partitionColumns().size()));
    }

    /** Returns the columns that stand in the path, in order. */
    public List<String> partitionColumns() {
        return partitioning.columns();
    }

    /** Returns {@code database.table}, each in backticks, for SQL. */
    public String quotedName() {
        return "`" + database + "`.`" + table + "`";
    }

    @Override
    public String toString() {
        return database + "." + table;
    }

    private static boolean endsWith(StructType schema, List<String> last) {
        List<String> columns = Arrays.asList(schema.fieldNames());
        return columns.size() >= last.size()
                && columns.subList(columns.size() - last.size(), columns.size()).equals(last);
    }

    private static void requireName(String what, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new SalternException(
                    ExitCode.INVALID_CONFIGURATION,
                    "Invalid " + what + ": " + name + " (must be lower-case letters, digits and underscores)");
        }
    }
}
