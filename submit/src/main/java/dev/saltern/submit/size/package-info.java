/* SPDX-License-Identifier: Apache-2.0 */
/**
 * How long a day will take, and how many processors it should have: a simple model, fitted to past runs, that states its own error.
 *
 * <p>May not call AWS, nor know the commands.
 */
@NullMarked
package dev.saltern.submit.size;

import org.jspecify.annotations.NullMarked;
