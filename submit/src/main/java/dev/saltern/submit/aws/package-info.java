/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What Saltern asks of AWS, in its own words: clusters, job runs, objects and log lines, each behind one small type over an SDK client.
 *
 * <p>May not depend on the commands, nor know what is launched. The SDK reads {@code AWS_ENDPOINT_URL} (or {@code AWS_ENDPOINT_URL_EMR} and
 * the like), the region's and the credentials' variables by itself.
 */
@NullMarked
package dev.saltern.submit.aws;

import org.jspecify.annotations.NullMarked;
