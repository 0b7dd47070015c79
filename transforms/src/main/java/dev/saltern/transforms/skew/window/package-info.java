/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Window functions over series of which some are much longer than the others, computed in chunks. Depends on the packages
 * above and on Spark alone.
 */
@NullMarked
package dev.saltern.transforms.skew.window;

import org.jspecify.annotations.NullMarked;
