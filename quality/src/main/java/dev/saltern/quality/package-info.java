/* SPDX-License-Identifier: Apache-2.0 */
/** DQDL rules compiled to Spark columns, and their verdicts. Depends on Spark and the JDK alone, never on other rooms. */
@NullMarked
package dev.saltern.quality;

import org.jspecify.annotations.NullMarked;
