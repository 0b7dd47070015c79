/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Many days in one Spark application: which are due and why, runs beside each other, and what became of them. May not depend on how it was
 * started.
 */
@NullMarked
package dev.saltern.jobs.backfill;

import org.jspecify.annotations.NullMarked;
