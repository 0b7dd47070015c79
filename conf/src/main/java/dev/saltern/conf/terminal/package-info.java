/* SPDX-License-Identifier: Apache-2.0 */
/**
 * How people are told on a terminal: what it can do, lines that are drawn over, colours, and failures in three lines.
 *
 * <p>May not depend on Spark, the AWS SDK or picocli, nor on standard streams: it is given what it writes to.
 */
@NullMarked
package dev.saltern.conf.terminal;

import org.jspecify.annotations.NullMarked;
