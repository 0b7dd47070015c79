/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import org.apache.spark.sql.Column;

/** A rule compiled against a schema. */
sealed interface Check {

    Claim claim();

    /** A rule that one pass over the rows counts. */
    sealed interface Scan extends Check {
        /** Boolean, never null: whether a row inside {@code where} breaks the rule. */
        Column broken();
    }

    /**
     * A claim about each row.
     *
     * @param reason string, never null on a row that breaks the rule
     */
    record OnRow(Claim claim, Column broken, Column reason) implements Scan {}

    /** A claim about a number over all rows. */
    record OnTable(Claim claim, Column broken) implements Scan {}

    /**
     * A claim about rows with equal keys, which are the columns of the rule.
     *
     * @param missingIsBad whether a row with a missing key breaks it; otherwise rows are only compared when at least one
     *     key is present
     */
    record OnGroup(Claim claim, boolean missingIsBad) implements Check {}
}
