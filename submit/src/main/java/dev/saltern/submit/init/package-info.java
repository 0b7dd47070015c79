/* SPDX-License-Identifier: Apache-2.0 */
/**
 * New pipelines: from templates, or drafted from what a sample file holds.
 *
 * <p>May not depend on Spark: what the file holds is told by the job.
 */
@NullMarked
package dev.saltern.submit.init;

import org.jspecify.annotations.NullMarked;
