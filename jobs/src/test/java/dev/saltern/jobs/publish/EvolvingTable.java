/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish;

import dev.saltern.conf.Evolve;
import dev.saltern.conf.Scope;
import dev.saltern.jobs.publish.audit.Audit;
import dev.saltern.jobs.publish.audit.AuditInput;
import dev.saltern.jobs.publish.catalog.Catalog;
import dev.saltern.jobs.publish.run.Claim;
import dev.saltern.jobs.publish.run.IdempotencyKey;
import dev.saltern.jobs.publish.run.InputFile;
import dev.saltern.jobs.publish.run.RunDescription;
import dev.saltern.jobs.publish.run.RunId;
import dev.saltern.jobs.publish.run.SealedRun;
import dev.saltern.jobs.publish.run.StartedRun;
import dev.saltern.jobs.publish.run.TableSpec;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** A table of days, one row each, whose columns change from day to day; it knows what every reader should get. */
final class EvolvingTable {
    private static final LocalDate START = LocalDate.parse("2026-01-31");

    private final SparkSession spark = MetastoreSession.spark();
    private final String name;
    private final Publisher publisher;

    /** What each published day was written with: the text of every value by the path that leads to it. */
    private final Map<LocalDate, Map<String, String>> published = new LinkedHashMap<>();

    private int runs;

    EvolvingTable(String name, Stores stores) {
        this.name = name;
        this.publisher = new Publisher(stores, InstantSource.system());
    }

    TableSpec table(StructType data, Evolve evolve) {
        return new TableSpec("default", name, data.add("dt", "date"), Runs.DAILY, null, evolve, null);
    }

    /** Runs one more day with such columns, all filled; returns the verdict on it. */
    Audit run(StructType data, Evolve evolve) {
        LocalDate day = START.plusDays(runs++);
        TableSpec table = table(data, evolve);
        publisher.reconcile(table);
        Claim claim = Claim.of(new Scope(day, day), Runs.DAILY);
        List<InputFile> inputs = List.of(new InputFile("raw", runs, name));
        IdempotencyKey key = IdempotencyKey.of(inputs, "1", "f", claim.text());
        StartedRun started = publisher.begin(table, RunId.create(claim, key), key, claim);
        Dataset<Row> frame = frame(data, day);
        frame.write().partitionBy("dt").parquet(started.path());
        SealedRun sealed = publisher.seal(started, new RunDescription("p", "1", "f", inputs, Map.of()));
        Audit audit = publisher.audit(sealed, AuditInput.CLEAN);
        if (audit.hasPassed()) {
            publisher.commit(sealed);
            published.put(day, values(frame, data));
        }
        return audit;
    }

    /** Returns what a reader gets of every day, by the path to it; what is null is left out. */
    Map<LocalDate, Map<String, String>> read() {
        Map<LocalDate, Map<String, String>> days = new LinkedHashMap<>();
        Dataset<Row> rows = spark.table("`default`.`" + name + "`");
        for (LocalDate day : published.keySet()) {
            days.put(
                    day,
                    values(rows.where("dt = '" + day + "'"), rows.drop("dt").schema()));
        }
        return days;
    }

    /** Returns what a reader should get, of the columns that the catalog has. */
    Map<LocalDate, Map<String, String>> expected(Catalog catalog) {
        StructType schema = catalog.find(table(new StructType(), Evolve.REFUSE))
                .orElseThrow()
                .dataSchema();
        Map<LocalDate, Map<String, String>> days = new LinkedHashMap<>();
        published.forEach((day, values) -> {
            Map<String, String> visible = new TreeMap<>(values);
            visible.keySet().retainAll(paths(schema).keySet());
            days.put(day, visible);
        });
        return days;
    }

    private Dataset<Row> frame(StructType data, LocalDate day) {
        String[] columns = new String[data.length() + 1];
        for (int i = 0; i < data.length(); i++) {
            columns[i] =
                    literal(data.apply(i).dataType()) + " AS " + data.apply(i).name();
        }
        columns[data.length()] = "DATE'" + day + "' AS dt";
        return spark.range(1).selectExpr(columns);
    }

    /** A value that every type can hold and that tells the runs apart. */
    private String literal(DataType type) {
        if (type instanceof StructType struct) {
            StringBuilder text = new StringBuilder("named_struct(");
            for (StructField field : struct.fields()) {
                text.append(text.charAt(text.length() - 1) == '(' ? "'" : ", '")
                        .append(field.name())
                        .append("', ")
                        .append(literal(field.dataType()));
            }
            return text + ")";
        }
        if (type instanceof ArrayType list) {
            return "array(" + literal(list.elementType()) + ")";
        }
        return switch (type.typeName()) {
            case "date" -> "DATE'2026-01-0" + runs + "'";
            case "timestamp" -> "TIMESTAMP'2026-01-31 00:00:0" + runs + "'";
            default -> "CAST(" + runs + " AS " + type.sql() + ")";
        };
    }

    private static Map<String, String> values(Dataset<Row> rows, StructType data) {
        Map<String, String> paths = paths(data);
        Row row = rows.selectExpr(paths.values().stream()
                        .map(path -> "CAST(" + path + " AS STRING)")
                        .toArray(String[]::new))
                .collectAsList()
                .get(0);
        Map<String, String> values = new TreeMap<>();
        int place = 0;
        for (String path : paths.keySet()) {
            if (!row.isNullAt(place)) {
                values.put(path, row.getString(place));
            }
            place++;
        }
        return values;
    }

    /** Returns how each single value is reached, by its path without regard to case. */
    private static Map<String, String> paths(StructType data) {
        Map<String, String> paths = new TreeMap<>();
        for (StructField field : data.fields()) {
            add(paths, field.name(), field.dataType());
        }
        return paths;
    }

    private static void add(Map<String, String> paths, String path, DataType type) {
        if (type instanceof StructType struct) {
            for (StructField field : struct.fields()) {
                add(paths, path + "." + field.name(), field.dataType());
            }
        } else if (type instanceof ArrayType list) {
            add(paths, path + "[0]", list.elementType());
        } else {
            paths.put(path.toLowerCase(java.util.Locale.ROOT), path);
        }
    }
}
