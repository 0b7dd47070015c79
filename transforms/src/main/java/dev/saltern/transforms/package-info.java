/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Table transforms, Dataset in and Dataset out, that any Spark program can call. Depends on Spark alone: not on the
 * configuration, the jobs, the quality rules, the AWS SDK or the command line.
 */
@NullMarked
package dev.saltern.transforms;

import org.jspecify.annotations.NullMarked;
