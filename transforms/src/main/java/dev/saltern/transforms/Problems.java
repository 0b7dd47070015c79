/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.types.StructField;

/** Collects what is wrong with the columns of a transform, to report it all together. */
public final class Problems {

    private final String action;
    private final List<String> found = new ArrayList<>();

    /**
     * Starts with no problem.
     *
     * @param action the verb of every message: {@code join} makes {@code Cannot join: ...}
     */
    public Problems(String action) {
        this.action = action;
    }

    /** Reports one more reason not to do it. */
    public void add(String reason) {
        found.add("Cannot " + action + ": " + reason);
    }

    /** Reports the columns of the table that share a name, which no other column reference could tell apart. */
    public Problems requireDistinctNames(Input input) {
        for (String name : input.repeated(input.names())) {
            add("column '" + name + "' is on the " + input.place() + " more than once. Rename or drop one of them");
        }
        return this;
    }

    /** The column of this name, or empty after reporting that there is none. */
    public Optional<StructField> require(Input input, String name) {
        Optional<StructField> field = input.find(name);
        if (field.isEmpty()) {
            add("column '" + name + "' is not on the " + input.place() + input.suggestion(name));
        }
        return field;
    }

    /** The column of this name if its values can be compared, grouped and sorted. */
    Optional<StructField> requireOrderable(Input input, String name) {
        return require(input, name).filter(field -> {
            boolean orderable = Orderable.supports(field.dataType()) && !Orderable.hasMap(field.dataType());
            if (!orderable) {
                add("column '" + field.name() + "' has type " + field.dataType().sql()
                        + ", whose values have no order. Choose another column or convert it first");
            }
            return orderable;
        });
    }

    /** Reports the columns by which whole rows cannot be compared; a map can be, by its entries. */
    public void requireAllOrderable(Input input) {
        input.fields()
                .filter(field -> !Orderable.supports(field.dataType()))
                .forEach(field -> add("column '" + field.name() + "' has type "
                        + field.dataType().sql() + ", which rows cannot be compared by. Drop or convert it first"));
    }

    /** The names, as the table spells them, of those columns that are there and can be grouped by. */
    public List<String> requireKeys(Input input, List<String> names) {
        return names.stream()
                .flatMap(name -> requireOrderable(input, name).stream())
                .map(StructField::name)
                .toList();
    }

    /** Reports the names that two output columns would share. */
    void requireDistinctOutput(Input input, List<String> names) {
        for (String name : input.repeated(names)) {
            add("column '" + name + "' would be in the output more than once. Choose another name for one of them");
        }
    }

    /**
     * Throws if anything was reported.
     *
     * @throws InvalidTransformException with all of it
     */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new InvalidTransformException(found);
        }
    }
}
