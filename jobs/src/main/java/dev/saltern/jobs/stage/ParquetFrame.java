/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.when;

import dev.saltern.jobs.stage.read.PathColumns;
import dev.saltern.jobs.stage.read.RawColumns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The raw rows of Parquet files of one schema: columns by their exact names, cast to the declared types where they differ. Rows have no
 * line, and their original is the row as json.
 */
final class ParquetFrame {
    /** STRUCT of the columns of the file; not a name of the data, which may not start like that. */
    private static final String RAW = "_saltern_raw";

    private final StageRequest request;
    private final StructType schema;
    private final List<SourceFile> files;
    private final List<Column> conditions = new ArrayList<>();
    private final List<Column> problems = new ArrayList<>();

    private ParquetFrame(StageRequest request, StructType schema, List<SourceFile> files) {
        this.request = request;
        this.schema = schema;
        this.files = files;
    }

    static RawFrame of(SparkSession spark, StageRequest request, StructType schema, List<SourceFile> files) {
        Dataset<Row> rows = new ParquetFrame(request, schema, files).rows(spark);
        return new RawFrame(rows, to_json(col(RAW), Map.of("ignoreNullFields", "false")));
    }

    private Dataset<Row> rows(SparkSession spark) {
        Column[] own = List.of(schema.fieldNames()).stream().map(Columns::named).toArray(Column[]::new);
        Dataset<Row> read = spark.read()
                .schema(schema)
                // The paths were listed: what looks like a glob in them is a name.
                .option("__globPaths__", "false")
                .parquet(files.stream().map(SourceFile::path).toArray(String[]::new))
                .select(struct(own).as(RAW), path().as(RawColumns.FILE));
        List<Column> columns = new ArrayList<>();
        for (StructField field :
                StagedSchema.data(request.source(), request.schema()).fields()) {
            columns.add(value(field).as(field.name()));
        }
        Column period = PerFile.of(periods(), files.size(), col(RawColumns.FILE));
        columns.add(col(RawColumns.FILE));
        columns.add(lit(null).cast("bigint").as(RawColumns.LINE));
        columns.add(period.cast("date").as(RawColumns.PERIOD));
        columns.add(lit(null).cast("string").as(RawColumns.CORRUPT));
        columns.add(allProblems().as(RawColumns.PROBLEMS));
        columns.add(lit(null).cast("string").as(RawColumns.UNREADABLE));
        columns.add(lit(null).cast("boolean").as(RawColumns.DRIFT));
        columns.add(col(RAW));
        return read.select(columns.toArray(Column[]::new));
    }

    private Column value(StructField field) {
        String name = field.name();
        Column raw;
        Column value;
        if (PathColumns.of(request.source().columnsFromPath()).names().contains(name)) {
            raw = PerFile.of(pathTexts(name), files.size(), col(RawColumns.FILE));
            value = ParquetCast.text(raw, field.dataType());
        } else if (List.of(schema.fieldNames()).contains(name)) {
            raw = col(RAW).getField(name);
            value = ParquetCast.value(RAW, schema.apply(name), field.dataType());
        } else {
            raw = lit(null);
            value = lit(null).cast(field.dataType());
        }
        Column unconverted = raw.isNotNull().and(value.isNull());
        note(
                unconverted,
                lit("type \"" + name + "\""),
                functions.concat(
                        lit(name + " is '"),
                        raw.cast("string"),
                        lit("' (must be " + field.dataType().sql() + ")")));
        if (!field.nullable()) {
            note(raw.isNull(), lit("not-null \"" + name + "\""), lit(name + " is NULL"));
        }
        return value;
    }

    private void note(Column condition, Column id, Column reason) {
        conditions.add(condition);
        problems.add(when(condition, struct(id.as("id"), reason.as("reason"))));
    }

    private Column allProblems() {
        Column any = conditions.stream().reduce(lit(false), Column::or);
        return when(any, array_compact(array(problems.toArray(Column[]::new))));
    }

    /** Returns the path as it was listed; Spark gives it with what has a meaning in addresses encoded. */
    private Column path() {
        Column encoded = col("_metadata.file_path");
        Map<String, String> listed = new HashMap<>();
        for (SourceFile file : files) {
            listed.put(new Path(file.path()).toUri().toString(), file.path());
        }
        boolean plain =
                listed.entrySet().stream().allMatch(entry -> entry.getKey().equals(entry.getValue()));
        return plain ? encoded : PerFile.of(listed, files.size(), encoded);
    }

    private Map<String, String> periods() {
        Map<String, String> periods = new HashMap<>();
        for (SourceFile file : files) {
            if (file.period() != null) {
                periods.put(file.path(), file.period().toString());
            }
        }
        return periods;
    }

    private Map<String, String> pathTexts(String column) {
        PathColumns columns = PathColumns.of(request.source().columnsFromPath());
        Map<String, String> texts = new HashMap<>();
        for (SourceFile file : files) {
            columns.find(column, file.path()).ifPresent(text -> texts.put(file.path(), text));
        }
        return texts;
    }
}
