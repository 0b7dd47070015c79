/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf;

/** Which of several rows with equal keys is kept. */
public sealed interface Keep {
    /** Keeps the row with the greatest value of the column. */
    record Latest(
            @Key(doc = "The column whose greatest value wins.")
            String column) implements Keep {}

    /** Keeps the row with the least value of the column. */
    record Earliest(
            @Key(doc = "The column whose least value wins.") String column) implements Keep {}

    /** Keeps one row, the same one in every run. */
    record Any() implements Keep {}
}
