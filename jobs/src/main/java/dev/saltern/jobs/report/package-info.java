/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What a run says about itself, and the history of all runs. May not depend on Spark.
 */
@NullMarked
package dev.saltern.jobs.report;

import org.jspecify.annotations.NullMarked;
