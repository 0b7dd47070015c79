/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The named computations of a pipeline, on frames. May not read or write files.
 */
@NullMarked
package dev.saltern.jobs.step;

import org.jspecify.annotations.NullMarked;
