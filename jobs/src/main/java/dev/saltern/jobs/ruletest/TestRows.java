/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.ruletest;

import dev.saltern.conf.InvalidConfigurationException;
import dev.saltern.conf.Origin;
import dev.saltern.conf.Problem;
import dev.saltern.conf.RowFate;
import dev.saltern.conf.RuleCase;
import dev.saltern.conf.Text;
import dev.saltern.conf.load.LoadedRuleTest;
import dev.saltern.quality.dqdl.NearestName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** The rows of a test as typed rows; every cell that is not of its column's type is told. */
final class TestRows {
    private final SparkSession session;
    private final StructType schema;
    private final LoadedRuleTest loaded;
    private final List<Problem> problems = new ArrayList<>();

    TestRows(SparkSession session, StructType schema, LoadedRuleTest loaded) {
        this.session = session;
        this.schema = schema;
        this.loaded = loaded;
    }

    /** Returns the rows as they are written: those of the CSV text, then the cases. */
    List<TestRow> written() {
        List<TestRow> rows = new ArrayList<>();
        Text csv = loaded.test().rows();
        if (csv != null) {
            rows.addAll(csv(csv));
        }
        List<RuleCase> cases = loaded.test().cases();
        for (int i = 0; i < cases.size(); i++) {
            RuleCase one = cases.get(i);
            String path = "cases[" + i + "]";
            rows.add(new TestRow(
                    loaded.origins().of(path),
                    one.name() == null ? "" : one.name(),
                    one.row(),
                    column -> loaded.origins().of(path + ".row." + column),
                    one.expect()));
        }
        return rows;
    }

    /**
     * Returns the rows with the columns of the schema.
     *
     * @throws InvalidConfigurationException with every unknown column and every cell that cannot be read
     */
    List<Row> typed(List<TestRow> rows) {
        rows.forEach(this::checkNames);
        StructType texts = new StructType();
        for (StructField field : schema.fields()) {
            texts = texts.add(field.name(), DataTypes.StringType);
        }
        List<Row> cells = rows.stream()
                .map(row -> RowFactory.create(
                        Arrays.stream(schema.fieldNames()).map(row.cells()::get).toArray()))
                .toList();
        Column[] columns = Arrays.stream(schema.fields()).map(TestRows::read).toArray(Column[]::new);
        List<Row> typed = session.createDataFrame(cells, texts).select(columns).collectAsList();
        for (int i = 0; i < rows.size(); i++) {
            checkCells(rows.get(i), typed.get(i));
        }
        if (!problems.isEmpty()) {
            throw new InvalidConfigurationException(problems);
        }
        return typed;
    }

    private List<TestRow> csv(Text text) {
        List<String> lines = text.text().lines().toList();
        int[] filled = IntStream.range(0, lines.size())
                .filter(i -> !lines.get(i).isBlank())
                .toArray();
        List<String> written = Arrays.stream(filled).mapToObj(lines::get).toList();
        Dataset<Row> read = session.read()
                .option("header", true)
                .option("escape", "\"")
                .csv(session.createDataset(written, Encoders.STRING()));
        List<Row> found = read.collectAsList();
        List<RowFate> fates = loaded.test().expect();
        if (!fates.isEmpty() && fates.size() != found.size()) {
            problems.add(new Problem(
                    loaded.origins().of("expect"),
                    "Invalid expect: " + fates.size() + " entries (must be one for each of the " + found.size()
                            + " rows)"));
        }
        List<TestRow> rows = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            Origin origin = new Origin(text.file(), text.line() + filled[i + 1], text.column());
            RowFate fate = i < fates.size() ? fates.get(i) : null;
            rows.add(new TestRow(origin, "", cells(read.columns(), found.get(i)), column -> origin, fate));
        }
        return rows;
    }

    private static Map<String, String> cells(String[] names, Row row) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < names.length; i++) {
            if (!row.isNullAt(i)) {
                cells.put(names[i], row.getString(i));
            }
        }
        return cells;
    }

    private void checkNames(TestRow row) {
        List<String> known = List.of(schema.fieldNames());
        row.cells().keySet().stream()
                .filter(name -> !known.contains(name))
                .map(name -> new Problem(
                        row.places().apply(name), "Unknown column '" + name + "' " + NearestName.hint(name, known)))
                .filter(problem -> !problems.contains(problem))
                .forEach(problems::add);
    }

    private void checkCells(TestRow row, Row typed) {
        for (StructField field : schema.fields()) {
            String text = row.cells().get(field.name());
            if (text != null && typed.isNullAt(typed.fieldIndex(field.name()))) {
                problems.add(new Problem(
                        row.places().apply(field.name()),
                        "Invalid " + field.name() + ": " + text + " (must be "
                                + field.dataType().sql() + ")"));
            }
        }
    }

    private static Column read(StructField field) {
        Column text = functions.col("`" + field.name().replace("`", "``") + "`");
        DataType type = field.dataType();
        boolean nested = type instanceof StructType || type instanceof ArrayType || type instanceof MapType;
        Column value = nested ? functions.from_json(text, type) : text.cast(type);
        return value.as(field.name());
    }

    /** Returns the expected fate in the words of a report, or nothing. */
    static Optional<String> text(@Nullable RowFate fate) {
        if (fate instanceof RowFate.Quarantined quarantined) {
            String by = String.join(" and ", quarantined.by());
            String because = String.join("; ", quarantined.because());
            return Optional.of(
                    "quarantined" + (by.isEmpty() ? "" : " by " + by) + (because.isEmpty() ? "" : ": " + because));
        }
        return Optional.ofNullable(fate).map(known -> known instanceof RowFate.Dropped ? "dropped" : "kept");
    }
}
