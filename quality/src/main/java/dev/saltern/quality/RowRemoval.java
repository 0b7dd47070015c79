/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

/** When the rows that break a quarantine or drop rule are found. */
public enum RowRemoval {
    /** By the row mask, while a source is staged; they are counted in the files that they go to. */
    STAGING,
    /** By the row mask, while a table is written; they are judged again in the folder that they go to. */
    SPLIT,
    /** After the table was written, like the rows that break any other rule; then they are split off. */
    AFTERWARDS
}
