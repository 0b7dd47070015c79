/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Takes aggregates that need all values of a group in two stages, so that a hot group is not one task. Depends on Spark and
 * on the transforms it treats.
 */
@NullMarked
package dev.saltern.transforms.skew.aggregate;

import org.jspecify.annotations.NullMarked;
