/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The life of a launch: one cluster for each (pipeline, days, key), watched to its end, judged by its steps and by what the job wrote,
 * and always ended.
 *
 * <p>May not know the commands. Time passes only through {@link dev.saltern.submit.aws.Pace}.
 */
@NullMarked
package dev.saltern.submit.launch;

import org.jspecify.annotations.NullMarked;
