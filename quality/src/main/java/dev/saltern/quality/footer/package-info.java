/* SPDX-License-Identifier: Apache-2.0 */
/** What the Parquet files of a table prove without their rows being read; knows nothing of rules. */
@NullMarked
package dev.saltern.quality.footer;

import org.jspecify.annotations.NullMarked;
