/* SPDX-License-Identifier: Apache-2.0 */
/**
 * How AWS is reached: the clients of the SDK, and the settings of S3A that say the same.
 *
 * <p>May not depend on any other package of jobs, nor on Spark.
 */
@NullMarked
package dev.saltern.jobs.aws;

import org.jspecify.annotations.NullMarked;
