/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What a launch will cost, costs and did cost, by a dated table of prices. What the table does not know is refused, never guessed.
 *
 * <p>May not call AWS, nor know the commands.
 */
@NullMarked
package dev.saltern.submit.cost;

import org.jspecify.annotations.NullMarked;
