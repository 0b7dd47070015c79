/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms;

/** Which row of several with equal keys stays. */
public sealed interface Keep {

    /** The row with the greatest value of the column; NULL loses to any value, NaN is greater than any number. */
    static Keep latest(String column) {
        return new Latest(column);
    }

    /** The row with the least value of the column; NULL loses to any value, NaN is greater than any number. */
    static Keep earliest(String column) {
        return new Earliest(column);
    }

    /** Any row, but always the same one: the least, compared column by column in the order of the schema. */
    static Keep any() {
        return new Any();
    }

    /**
     * The row with the greatest value.
     *
     * @param column name of a column with an order
     */
    record Latest(String column) implements Keep {
        /** Checks that there is a name. */
        public Latest {
            InvalidTransformException.require(!column.isEmpty(), "Missing required keep.latest");
        }

        @Override
        public String toString() {
            return "latest " + column;
        }
    }

    /**
     * The row with the least value.
     *
     * @param column name of a column with an order
     */
    record Earliest(String column) implements Keep {
        /** Checks that there is a name. */
        public Earliest {
            InvalidTransformException.require(!column.isEmpty(), "Missing required keep.earliest");
        }

        @Override
        public String toString() {
            return "earliest " + column;
        }
    }

    /** The least row. */
    record Any() implements Keep {
        @Override
        public String toString() {
            return "any";
        }
    }
}
