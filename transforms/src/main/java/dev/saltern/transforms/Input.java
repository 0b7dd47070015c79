/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms;

import dev.saltern.transforms.internal.Spark;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** One input table, whose columns are found by name the way its session finds them. */
public final class Input {

    private static final int MAX_LISTED = 10;

    private final Dataset<Row> rows;
    private final String place;
    private final StructType schema;
    private final boolean caseSensitive;

    /**
     * Looks at the schema; runs no job.
     *
     * @param place how a message calls the table, such as {@code left side}
     */
    public Input(Dataset<Row> rows, String place) {
        this.rows = rows;
        this.place = place;
        this.schema = rows.schema();
        this.caseSensitive = Spark.state(rows.sparkSession()).conf().caseSensitiveAnalysis();
    }

    Dataset<Row> rows() {
        return rows;
    }

    String place() {
        return place;
    }

    /** The columns of the table. */
    public StructType schema() {
        return schema;
    }

    /** The column of this name; spelled exactly so if there is one, else letter case aside if the session says so. */
    Optional<StructField> find(String name) {
        Optional<StructField> exact =
                fields().filter(field -> field.name().equals(name)).findFirst();
        return exact.isPresent()
                ? exact
                : fields().filter(field -> sameName(field.name(), name)).findFirst();
    }

    boolean sameName(String one, String other) {
        return caseSensitive ? one.equals(other) : one.equalsIgnoreCase(other);
    }

    /** The names among these that stand there more than once, each told once. */
    List<String> repeated(List<String> names) {
        return Stream.iterate(0, index -> index < names.size(), index -> index + 1)
                .filter(index -> names.subList(0, index).stream()
                                .filter(name -> sameName(name, names.get(index)))
                                .count()
                        == 1)
                .map(names::get)
                .toList();
    }

    List<String> names() {
        return Arrays.asList(schema.fieldNames());
    }

    /** The columns, in their order. */
    public Stream<StructField> fields() {
        return Arrays.stream(schema.fields());
    }

    /** A name that no column has. */
    String unusedName(String wanted) {
        return find(wanted).isEmpty() ? wanted : unusedName(wanted + "_");
    }

    /** What to say after "column 'x' is not in the input": the nearest name, else the names there are. */
    String suggestion(String name) {
        return Nearest.to(name, names())
                .map(nearest -> " (nearest: " + nearest + ")")
                .orElseGet(() -> " (it has: "
                        + names().stream().limit(MAX_LISTED).collect(Collectors.joining(", "))
                        + (names().size() > MAX_LISTED ? ", ..." : "")
                        + ")");
    }

    /** The column of exactly this name, whatever dots, spaces and backticks stand in it. */
    public static Column column(String name) {
        return functions.col("`" + name.replace("`", "``") + "`");
    }

    static Column[] columns(List<String> names) {
        return names.stream().map(Input::column).toArray(Column[]::new);
    }
}
