/* SPDX-License-Identifier: Apache-2.0 */
/**
 * A raw file that has just come: whether it is what its source declares, by its name, size, first bytes and first rows, and which day it
 * starts.
 *
 * <p>A file is refused only where the run could do nothing with it: single bad rows are the run's to set aside.
 */
@NullMarked
package dev.saltern.submit.arrival;

import org.jspecify.annotations.NullMarked;
