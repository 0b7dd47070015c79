/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Reads the files that people write into the records of configuration, and names every problem with file, line and column.
 *
 * <p>May not depend on Spark, the AWS SDK or picocli.
 */
@NullMarked
package dev.saltern.conf.load;

import org.jspecify.annotations.NullMarked;
