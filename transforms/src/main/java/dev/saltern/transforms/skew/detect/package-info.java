/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Finds the keys that many rows share, in one pass that can ride on another job. Depends on Spark and on DataSketches, which
 * Spark brings along.
 */
@NullMarked
package dev.saltern.transforms.skew.detect;

import org.jspecify.annotations.NullMarked;
