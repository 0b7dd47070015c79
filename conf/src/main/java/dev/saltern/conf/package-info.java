/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What a pipeline, a run's scope and an environment are: records, exit codes and problems.
 *
 * <p>May not depend on Spark, the AWS SDK or picocli.
 */
@NullMarked
package dev.saltern.conf;

import org.jspecify.annotations.NullMarked;
