/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.catalog.glue;

import dev.saltern.conf.Bucket;
import dev.saltern.jobs.publish.run.TableSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.package$;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * The parameters by which Spark knows a table as one of its own: provider, schema with the names as they are, partition columns and
 * buckets. Their names and forms are those of Spark 3.5's {@code HiveExternalCatalog}; a test compares them with what it writes.
 */
final class SparkParameters {
    private static final String PREFIX = "spark.sql.";
    private static final String SCHEMA = PREFIX + "sources.schema";
    private static final String PART_COLUMN = "PartCol";
    private static final String BUCKET_COLUMN = "BucketCol";
    private static final String SORT_COLUMN = "SortCol";

    /** The longest value that Spark leaves in one piece, for metastores that take no longer ones. */
    private static final int MAX_PIECE = 4000;

    private SparkParameters() {}

    /** Returns the parameters of a table with that schema, its partition columns last. */
    static Map<String, String> of(TableSpec table, StructType schema) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put(PREFIX + "create.version", package$.MODULE$.SPARK_VERSION());
        parameters.put(PREFIX + "sources.provider", "parquet");
        parameters.putAll(schema(schema));
        if (!table.partitionColumns().isEmpty()) {
            parameters.put(PREFIX + "partitionProvider", "catalog");
            putNames(parameters, PART_COLUMN, table.partitionColumns());
        }
        Bucket bucket = table.bucket();
        if (bucket != null) {
            parameters.put(SCHEMA + ".numBuckets", Integer.toString(bucket.into()));
            putNames(parameters, BUCKET_COLUMN, bucket.by());
            if (!bucket.sort().isEmpty()) {
                putNames(parameters, SORT_COLUMN, bucket.sort());
            }
        }
        return parameters;
    }

    /** Returns the parameters that hold a schema: one, or numbered parts of a long one. */
    static Map<String, String> schema(StructType schema) {
        String json = schema.json();
        Map<String, String> parameters = new LinkedHashMap<>();
        if (json.length() <= MAX_PIECE) {
            parameters.put(SCHEMA, json);
            return parameters;
        }
        int parts = 0;
        for (int from = 0; from < json.length(); from += MAX_PIECE) {
            parameters.put(
                    SCHEMA + ".part." + parts++, json.substring(from, Math.min(json.length(), from + MAX_PIECE)));
        }
        parameters.put(SCHEMA + ".numParts", Integer.toString(parts));
        return parameters;
    }

    /** Returns the other parameters without those that hold the schema. */
    static Map<String, String> withoutSchema(Map<String, String> parameters) {
        Map<String, String> others = new LinkedHashMap<>(parameters);
        others.keySet()
                .removeIf(key ->
                        key.equals(SCHEMA) || key.equals(SCHEMA + ".numParts") || key.startsWith(SCHEMA + ".part."));
        return others;
    }

    /** Returns the schema that the parameters hold, or empty if they hold none. */
    static Optional<StructType> readSchema(Map<String, String> parameters) {
        String whole = parameters.get(SCHEMA);
        String count = parameters.get(SCHEMA + ".numParts");
        if (whole == null && count != null) {
            StringBuilder json = new StringBuilder();
            for (int i = 0; i < Integer.parseInt(count); i++) {
                json.append(parameters.getOrDefault(SCHEMA + ".part." + i, ""));
            }
            whole = json.toString();
        }
        return Optional.ofNullable(whole).map(json -> (StructType) DataType.fromJson(json));
    }

    /** Returns the partition columns with their names as they are. */
    static List<String> readPartitionColumns(Map<String, String> parameters) {
        return names(parameters, PART_COLUMN);
    }

    /** Returns the buckets, or null for none. */
    static @Nullable Bucket readBucket(Map<String, String> parameters) {
        String into = parameters.get(SCHEMA + ".numBuckets");
        return into == null
                ? null
                : new Bucket(names(parameters, BUCKET_COLUMN), Integer.parseInt(into), names(parameters, SORT_COLUMN));
    }

    private static void putNames(Map<String, String> parameters, String kind, List<String> names) {
        parameters.put(SCHEMA + ".num" + kind + "s", Integer.toString(names.size()));
        for (int i = 0; i < names.size(); i++) {
            parameters.put(numbered(kind, i), names.get(i));
        }
    }

    private static List<String> names(Map<String, String> parameters, String kind) {
        List<String> names = new ArrayList<>();
        for (int i = 0; parameters.containsKey(numbered(kind, i)); i++) {
            names.add(parameters.get(numbered(kind, i)));
        }
        return names;
    }

    private static String numbered(String kind, int index) {
        return SCHEMA + "." + Character.toLowerCase(kind.charAt(0)) + kind.substring(1) + "." + index;
    }
}
