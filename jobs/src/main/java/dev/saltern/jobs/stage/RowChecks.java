/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * The row rules of a source, as columns over its staged columns; hides where they come from.
 *
 * <p>The frame has the columns of {@link StagedSchema} and some that start with an underscore, which must be left as they are. A cell that
 * does not convert is NULL in it. All columns must be deterministic.
 */
public interface RowChecks {
    /** What happens to a row that breaks a rule. */
    enum Action {
        QUARANTINE,
        DROP
    }

    /** Returns the frame with whatever columns the others need, such as a mask; their names must start with an underscore. */
    default Dataset<Row> prepared(Dataset<Row> frame) {
        return frame;
    }

    /** Returns BOOLEAN, never NULL: whether the row breaks a rule with the action. */
    Column isBroken(Action action);

    /** Returns ARRAY of STRING: the ids of the rules with the action that the row breaks. */
    Column ids(Action action);

    /** Returns ARRAY of STRING: one reason for each of the ids. */
    Column reasons(Action action);

    /** Returns checks that every row passes. */
    static RowChecks none() {
        return new RowChecks() {
            @Override
            public Column isBroken(Action action) {
                return functions.lit(false);
            }

            @Override
            public Column ids(Action action) {
                return functions.array().cast("array<string>");
            }

            @Override
            public Column reasons(Action action) {
                return ids(action);
            }
        };
    }
}
