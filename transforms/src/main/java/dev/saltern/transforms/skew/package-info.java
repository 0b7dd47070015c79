/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Measures how rows spread over keys, and spreads the rows of hot keys over tasks without a change of the answer. Depends on
 * Spark alone.
 */
@NullMarked
package dev.saltern.transforms.skew;

import org.jspecify.annotations.NullMarked;
