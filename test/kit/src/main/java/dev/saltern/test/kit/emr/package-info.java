/* SPDX-License-Identifier: Apache-2.0 */
/**
 * A server that speaks the API of Amazon EMR and EMR Serverless over HTTP and lets clusters live the lives that a test writes for them.
 *
 * <p>May not depend on Spark, the AWS SDK or the product: whatever client speaks to it, it must not be a mirror of that client.
 */
@NullMarked
package dev.saltern.test.kit.emr;

import org.jspecify.annotations.NullMarked;
