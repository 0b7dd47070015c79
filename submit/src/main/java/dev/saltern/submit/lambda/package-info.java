/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What AWS Lambda calls: a method with a map, in a jar of its own. What they write to standard output goes to CloudWatch, which takes
 * lines in its embedded metric format for metrics.
 *
 * <p>May not know the commands.
 */
@NullMarked
package dev.saltern.submit.lambda;

import org.jspecify.annotations.NullMarked;
