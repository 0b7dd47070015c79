/* SPDX-License-Identifier: Apache-2.0 */
/** Writes a table and judges its rows by its rules in the same piece of work; knows nothing of runs, journals and catalogs. */
@NullMarked
package dev.saltern.jobs.write;

import org.jspecify.annotations.NullMarked;
