/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Questions to the published tables, and rows from files and tables into a file that the user names. May not write to the lake.
 */
@NullMarked
package dev.saltern.jobs.query;

import org.jspecify.annotations.NullMarked;
