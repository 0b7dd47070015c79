/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What a cluster is: the records of {@code conf/clusters/*.yaml}, and what a name of AWS says by itself.
 *
 * <p>May not depend on Spark, the AWS SDK, picocli or the loader.
 */
@NullMarked
package dev.saltern.conf.cluster;

import org.jspecify.annotations.NullMarked;
