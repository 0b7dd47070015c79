/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Probability samples of a table that do not depend on the order or the partitions of its rows. Depends on the package
 * above and on Spark: not on the configuration, the jobs, the quality rules, the AWS SDK or the command line.
 */
@NullMarked
package dev.saltern.transforms.sample;

import org.jspecify.annotations.NullMarked;
