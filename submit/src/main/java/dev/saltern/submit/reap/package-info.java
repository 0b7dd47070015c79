/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Finds and ends what launches left running.
 *
 * <p>May not know the commands.
 */
@NullMarked
package dev.saltern.submit.reap;

import org.jspecify.annotations.NullMarked;
