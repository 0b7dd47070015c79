/* SPDX-License-Identifier: Apache-2.0 */
/** What a table looks like, and the rules that it keeps. Depends on Spark, the JDK and the DQDL model alone, never on other rooms. */
@NullMarked
package dev.saltern.quality.profile;

import org.jspecify.annotations.NullMarked;
