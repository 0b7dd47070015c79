/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.catalog.glue;

import dev.saltern.jobs.publish.catalog.KnownTable;
import dev.saltern.jobs.publish.run.TableSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser$;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.SerDeInfo;
import software.amazon.awssdk.services.glue.model.StorageDescriptor;
import software.amazon.awssdk.services.glue.model.Table;
import software.amazon.awssdk.services.glue.model.TableInput;

/** Tables as Glue takes and gives them: Parquet in the way of Hive for Athena, and Spark's parameters for Spark. */
final class GlueTables {
    private static final String PARQUET_SERDE = "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe";

    /** Where Spark looks for the location of a table that is one of its own. */
    private static final String PATH = "path";

    private GlueTables() {}

    /** Returns what a table is that is no Parquet table of Hive, in Glue's own word; empty for one that is. */
    static Optional<String> foreignFormat(Table table) {
        String format = table.parameters().get("table_type");
        if (format != null) {
            return Optional.of(format);
        }
        StorageDescriptor storage = table.storageDescriptor();
        String library = storage == null || storage.serdeInfo() == null
                ? null
                : storage.serdeInfo().serializationLibrary();
        return PARQUET_SERDE.equals(library)
                ? Optional.empty()
                : Optional.of(library == null ? String.valueOf(table.tableType()) : library);
    }

    /** Returns a new table. */
    static TableInput create(TableSpec table, String location) {
        StructType schema = table.schema().asNullable();
        Map<String, String> parameters = new LinkedHashMap<>();
        // Hive's and Athena's words for a table whose files are not theirs to delete.
        parameters.put("EXTERNAL", "TRUE");
        parameters.put("classification", "parquet");
        parameters.putAll(SparkParameters.of(table, schema));
        return TableInput.builder()
                .name(table.table())
                .description(table.description())
                .tableType("EXTERNAL_TABLE")
                .partitionKeys(GlueTypes.columns(tail(schema, table)))
                .storageDescriptor(at(storage(head(schema, table)), location, true))
                .parameters(parameters)
                .build();
    }

    /** Returns the table as one that is to be written: an update replaces everything, so everything is carried over. */
    static TableInput input(Table table) {
        return TableInput.builder()
                .name(table.name())
                .description(table.description())
                .owner(table.owner())
                .lastAccessTime(table.lastAccessTime())
                .lastAnalyzedTime(table.lastAnalyzedTime())
                .retention(table.retention())
                .storageDescriptor(table.storageDescriptor())
                .partitionKeys(table.partitionKeys())
                .viewOriginalText(table.viewOriginalText())
                .viewExpandedText(table.viewExpandedText())
                .tableType(table.tableType())
                .parameters(table.parameters())
                .build();
    }

    /** Returns Parquet files with these columns. */
    static StorageDescriptor.Builder storage(StructType columns) {
        return StorageDescriptor.builder()
                .columns(GlueTypes.columns(columns))
                .inputFormat("org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat")
                .outputFormat("org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat")
                .compressed(false)
                .numberOfBuckets(-1)
                .storedAsSubDirectories(false)
                .serdeInfo(SerDeInfo.builder()
                        .serializationLibrary(PARQUET_SERDE)
                        .parameters(Map.of("serialization.format", "1"))
                        .build());
    }

    /** Returns the files at a location; a table says it to Spark once more, in its own place. */
    static StorageDescriptor at(StorageDescriptor.Builder storage, String location, boolean isTable) {
        StorageDescriptor built = storage.location(location).build();
        if (!isTable) {
            return built;
        }
        Map<String, String> parameters = new LinkedHashMap<>(built.serdeInfo().parameters());
        parameters.put(PATH, location);
        return built.toBuilder()
                .serdeInfo(built.serdeInfo().toBuilder().parameters(parameters).build())
                .build();
    }

    /** Returns what is known of a table; one that Spark does not know as its own is read by its types in Hive's words. */
    static KnownTable known(TableInput table) {
        Map<String, String> parameters = table.parameters();
        StructType schema = SparkParameters.readSchema(parameters).orElseGet(() -> hiveSchema(table));
        List<String> partitions = SparkParameters.readPartitionColumns(parameters);
        if (partitions.isEmpty()) {
            partitions = table.partitionKeys().stream().map(Column::name).toList();
        }
        return new KnownTable(
                schema, partitions, SparkParameters.readBucket(parameters), KnownTable.dropped(parameters));
    }

    private static StructType hiveSchema(TableInput table) {
        List<Column> columns = new ArrayList<>(table.storageDescriptor().columns());
        columns.addAll(table.partitionKeys());
        StructType schema = new StructType();
        for (Column column : columns) {
            StructField field = new StructField(
                    column.name(),
                    CatalystSqlParser$.MODULE$.parseDataType(column.type()),
                    true,
                    org.apache.spark.sql.types.Metadata.empty());
            schema = schema.add(column.comment() == null ? field : field.withComment(column.comment()));
        }
        return schema;
    }

    private static StructType head(StructType schema, TableSpec table) {
        int count = schema.length() - table.partitionColumns().size();
        return new StructType(Arrays.copyOf(schema.fields(), count));
    }

    private static StructType tail(StructType schema, TableSpec table) {
        int from = schema.length() - table.partitionColumns().size();
        return new StructType(Arrays.copyOfRange(schema.fields(), from, schema.length()));
    }
}
