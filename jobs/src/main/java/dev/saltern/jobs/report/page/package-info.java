/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The page of a run: everything that is known of it as records, their JSON, and one HTML file that needs nothing else. May not depend on
 * Spark, nor on how a run is carried out.
 */
@NullMarked
package dev.saltern.jobs.report.page;

import org.jspecify.annotations.NullMarked;
