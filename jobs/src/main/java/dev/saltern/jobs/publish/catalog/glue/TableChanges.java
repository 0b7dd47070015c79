/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.catalog.glue;

import dev.saltern.jobs.publish.catalog.CatalogPartition;
import dev.saltern.jobs.publish.catalog.KnownTable;
import dev.saltern.jobs.publish.run.TableSpec;
import dev.saltern.jobs.publish.schema.SchemaEvolution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.TableInput;

/** What changes in a table that Glue has. Whatever others keep with it stays. */
final class TableChanges {
    private TableChanges() {}

    /** Returns the table with the columns, comments and description of a run; the same table if it has them. */
    static TableInput evolved(TableSpec table, TableInput input) {
        KnownTable known = GlueTables.known(input);
        SchemaEvolution evolution = known.evolution(table);
        TableInput.Builder changed = input.toBuilder();
        Map<String, String> parameters = new LinkedHashMap<>(input.parameters());
        StructType schema = withPartitionColumns(evolution.data(), known);
        if (!SparkParameters.readSchema(parameters).filter(schema::equals).isPresent()) {
            parameters = SparkParameters.withoutSchema(parameters);
            parameters.putAll(SparkParameters.schema(schema));
        }
        if (!evolution.dropped().equals(known.dropped())) {
            parameters.put(KnownTable.DROPPED, evolution.dropped().json());
        }
        if (!parameters.equals(input.parameters())) {
            changed.parameters(parameters);
        }
        List<Column> columns = GlueTypes.columns(evolution.data());
        if (!isSame(columns, input.storageDescriptor().columns())) {
            changed.storageDescriptor(
                    input.storageDescriptor().toBuilder().columns(columns).build());
        }
        // A table that is repaired or rolled back is known from its runs, which do not tell the description.
        if (table.description() != null && !Objects.equals(table.description(), input.description())) {
            changed.description(table.description());
        }
        return changed.build();
    }

    /**
     * Returns the table at another place; the same table if it shows a later version already. Together with the version of the table
     * itself, which Glue compares, no late process puts an older state back.
     */
    static TableInput moved(TableInput input, CatalogPartition target) {
        if (version(input.parameters()) > version(target.parameters())) {
            return input;
        }
        Map<String, String> parameters = new LinkedHashMap<>(input.parameters());
        parameters.putAll(target.parameters());
        return input.toBuilder()
                .parameters(parameters)
                .storageDescriptor(GlueTables.at(input.storageDescriptor().toBuilder(), target.location(), true))
                .build();
    }

    private static long version(Map<String, String> parameters) {
        return Long.parseLong(parameters.getOrDefault(CatalogPartition.VERSION, "0"));
    }

    private static StructType withPartitionColumns(StructType data, KnownTable known) {
        List<StructField> fields = new ArrayList<>(Arrays.asList(data.fields()));
        known.partitionColumns().forEach(column -> fields.add(known.schema().apply(column)));
        return new StructType(fields.toArray(StructField[]::new));
    }

    private static boolean isSame(List<Column> columns, List<Column> others) {
        return texts(columns).equals(texts(others));
    }

    private static List<List<String>> texts(List<Column> columns) {
        return columns.stream()
                .map(column -> List.of(column.name(), column.type(), Objects.toString(column.comment(), "")))
                .toList();
    }
}
