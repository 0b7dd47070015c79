/* SPDX-License-Identifier: Apache-2.0 */
/** DQDL text to a checked model of rules, with the position of everything. Depends on the JDK alone, never on Spark. */
@NullMarked
package dev.saltern.quality.dqdl;

import org.jspecify.annotations.NullMarked;
