/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf;

/** How raw files are written. */
public enum SourceFormat {
    /** Delimited text (RFC 4180, and its many cousins). */
    CSV,
    /** One JSON object per line, or one value or array of objects per file when multi-line. */
    JSON,
    PARQUET,
    /** Text with columns of fixed widths. */
    FIXED_WIDTH
}
