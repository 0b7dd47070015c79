/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import scala.collection.JavaConverters;

/**
 * Joins two tables on columns of the same name and type.
 *
 * <p>A NULL key matches nothing, not even another NULL; NaN matches NaN and -0.0 matches 0.0. Duplicate keys match each
 * with each, as in SQL.
 *
 * @param type which rows come out
 * @param on names of the key columns, at least one, on both sides
 */
public record Join(Type type, List<String> on) {

    /** Which rows of the two sides come out. */
    public enum Type {
        /** Each pair of rows that match. */
        INNER("inner"),
        /** Each pair, and the left rows without a match, their right columns NULL. */
        LEFT("left_outer"),
        /** Each pair, and the right rows without a match, their left columns NULL. */
        RIGHT("right_outer"),
        /** Each pair, and the rows of both sides without a match. */
        FULL("full_outer"),
        /** The left rows with a match, each once; no right column. */
        SEMI("left_semi"),
        /** The left rows without a match, those with a NULL key among them; no right column. */
        ANTI("left_anti");

        private final String sparkName;

        Type(String sparkName) {
            this.sparkName = sparkName;
        }

        boolean returnsRightColumns() {
            return this != SEMI && this != ANTI;
        }
    }

    /** Copies the list and checks that there is a key. */
    public Join {
        on = List.copyOf(on);
        InvalidTransformException.require(!on.isEmpty(), "Invalid on: [] (must be one column name or more)");
    }

    /**
     * Describes the joined table; runs no job.
     *
     * <p>Columns: the keys once, in the order of {@code on}, named as on the left side and taken from the side that has
     * the row; then the other left columns; then, but for {@code SEMI} and {@code ANTI}, the other right columns. The
     * columns of a side that can lack a match may be NULL. Both sides are shuffled by the keys unless one is small
     * enough to broadcast; order is lost. Deterministic, but for the order of the rows.
     *
     * @param left the keys, of any type but {@code INTERVAL} and {@code MAP}, and any other columns
     * @param right the keys, of the same types, and other columns that are not on the left side
     * @return the joined rows
     * @throws InvalidTransformException when a key is missing or differs in type, or another column is on both sides
     */
    public Dataset<Row> apply(Dataset<Row> left, Dataset<Row> right) {
        Input leftInput = new Input(left, "left side");
        Input rightInput = new Input(right, "right side");
        Problems problems = new Problems("join").requireDistinctNames(leftInput).requireDistinctNames(rightInput);
        for (String key : leftInput.repeated(on)) {
            problems.add("key '" + key + "' is named more than once");
        }
        on.forEach(key -> checkKey(key, leftInput, rightInput, problems));
        if (type.returnsRightColumns()) {
            checkOtherColumns(leftInput, rightInput, problems);
        }
        problems.throwIfAny();
        return left.join(right, JavaConverters.asScalaBuffer(on).toSeq(), type.sparkName);
    }

    private static void checkKey(String key, Input left, Input right, Problems problems) {
        Optional<StructField> leftKey = problems.requireOrderable(left, key);
        Optional<StructField> rightKey = problems.requireOrderable(right, key);
        if (leftKey.isPresent() && rightKey.isPresent()) {
            // The text of a type leaves out what does not matter here: whether NULL may stand inside it.
            String leftType = leftKey.get().dataType().catalogString();
            String rightType = rightKey.get().dataType().catalogString();
            if (!leftType.equals(rightType)) {
                problems.add("key '" + key + "' is " + leftType + " on the left side and " + rightType
                        + " on the right side. Cast one of them first");
            }
        }
    }

    private void checkOtherColumns(Input left, Input right, Problems problems) {
        List<String> shared = right.names().stream()
                .filter(name -> left.find(name).isPresent())
                .filter(name -> on.stream().noneMatch(key -> left.sameName(key, name)))
                .toList();
        if (!shared.isEmpty()) {
            problems.add("columns " + shared + " are on both sides and are no keys. Rename or drop them on one side, or"
                    + " add them to the keys");
        }
    }
}
