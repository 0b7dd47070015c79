/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The history of a lake: one line for each run, kept so that a new run costs one line, and the page that shows them. May not depend on Spark.
 */
@NullMarked
package dev.saltern.jobs.report.past;

import org.jspecify.annotations.NullMarked;
