/* SPDX-License-Identifier: Apache-2.0 */
/** Writes the rows of a query to Parquet files, split by a column that is not written; knows nothing of tables, rules and sources. */
@NullMarked
package dev.saltern.jobs.parted;

import org.jspecify.annotations.NullMarked;
