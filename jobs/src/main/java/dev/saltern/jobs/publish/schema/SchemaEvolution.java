/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.schema;

import dev.saltern.conf.Bucket;
import dev.saltern.conf.Evolve;
import dev.saltern.jobs.publish.run.TableSpec;
import dev.saltern.jobs.publish.schema.ColumnChange.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * What becomes of a table's columns when a run brings its own.
 *
 * <p>Every file that was ever published stays readable, whatever the pipeline says: Spark 3.5 and Athena find top-level columns by name,
 * Athena finds the fields within a column by place, and both read a few types as wider ones. A column that left the table still is in
 * older files, so its type is remembered in case that its name comes back.
 *
 * @param data the columns that the catalog is to have, without the partition columns; they read every file, even where the run is refused
 * @param dropped the columns that older files hold and the catalog does not
 * @param refusals why the run must not be published, each in one sentence; empty if it may
 */
public record SchemaEvolution(StructType data, StructType dropped, List<String> refusals) {
    public SchemaEvolution {
        refusals = List.copyOf(refusals);
    }

    /**
     * Compares.
     *
     * @param known the columns that the catalog has, without the partition columns
     * @param dropped the columns that it had
     * @param table the table as the run wrote it
     */
    public static SchemaEvolution of(StructType known, StructType dropped, TableSpec table) {
        return new Draft(table).compare(known, dropped);
    }

    /** A comparison in the making. */
    private static final class Draft {
        private final TableSpec table;
        private final SchemaComparison comparison = new SchemaComparison();
        private final List<StructField> data = new ArrayList<>();
        private final List<StructField> gone = new ArrayList<>();

        Draft(TableSpec table) {
            this.table = table;
        }

        SchemaEvolution compare(StructType known, StructType dropped) {
            StructType written = table.dataSchema();
            Map<String, Integer> places = SchemaComparison.places(written);
            Map<String, Integer> remembered = SchemaComparison.places(dropped);
            // A process may have died between remembering a column and dropping it.
            remembered.keySet().removeAll(SchemaComparison.places(known).keySet());
            for (int i = 0; i < known.length(); i++) {
                StructField field = known.apply(i);
                Integer place = places.remove(SchemaComparison.lower(field));
                if (place == null) {
                    drop(field, i);
                } else {
                    data.add(comparison.mergeField(field.name(), i, field, written.apply(place)));
                }
            }
            for (int place : places.values()) {
                StructField field = written.apply(place);
                Integer before = remembered.remove(SchemaComparison.lower(field));
                if (before == null) {
                    comparison
                            .changes()
                            .add(new ColumnChange(field.name(), place, null, field.dataType(), Effect.ADDED));
                    data.add(SchemaComparison.nullable(field));
                } else {
                    data.add(comparison.mergeField(field.name(), place, dropped.apply(before), field));
                }
            }
            remembered.values().forEach(place -> gone.add(dropped.apply(place)));
            return new SchemaEvolution(schema(data), schema(gone), refusals());
        }

        private void drop(StructField field, int position) {
            comparison.changes().add(new ColumnChange(field.name(), position, field.dataType(), null, Effect.FELT));
            (table.evolve() == Evolve.ALLOW ? gone : data).add(field);
        }

        private List<String> refusals() {
            List<ColumnChange> changes = comparison.changes();
            Set<String> buckets = new TreeSet<>();
            Bucket bucket = table.bucket();
            if (bucket != null) {
                bucket.by().forEach(column -> buckets.add(column.toLowerCase(Locale.ROOT)));
            }
            List<ColumnChange> felt = new ArrayList<>();
            List<ColumnChange> unreadable = new ArrayList<>();
            for (ColumnChange change : changes) {
                if (change.effect() == Effect.UNREADABLE
                        || (change.effect() == Effect.FELT
                                && buckets.contains(change.path().toLowerCase(Locale.ROOT)))) {
                    unreadable.add(change);
                } else if (change.effect() == Effect.FELT && table.evolve() == Evolve.REFUSE) {
                    felt.add(change);
                }
            }
            List<String> refusals = new ArrayList<>();
            if (!felt.isEmpty()) {
                refusals.add("The schema of " + table + " breaks its readers: " + SchemaDiff.text(felt, changes)
                        + ". Write the columns as they were, or set outputs." + table.table()
                        + ".evolve: allow and the table follows");
            }
            if (!unreadable.isEmpty()) {
                refusals.add("The schema of " + table + " makes published files unreadable: "
                        + SchemaDiff.text(unreadable, changes)
                        + ". Write the columns as they were, or under new names, or give the output a new name and"
                        + " publish its days to that");
            }
            return refusals;
        }

        private static StructType schema(List<StructField> fields) {
            return new StructType(fields.toArray(StructField[]::new));
        }
    }
}
