/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Lists of columns in Spark's DDL, as far as they can be told without Spark.
 *
 * <p>May know nothing else.
 */
@NullMarked
package dev.saltern.submit.ddl;

import org.jspecify.annotations.NullMarked;
