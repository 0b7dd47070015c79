/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rows as they were read.
 *
 * @param rows the data columns, those of {@link dev.saltern.jobs.stage.read.RawColumns}, and any that start with an underscore
 * @param original the text of the record, evaluated for bad rows only
 */
record RawFrame(Dataset<Row> rows, Column original) {}
