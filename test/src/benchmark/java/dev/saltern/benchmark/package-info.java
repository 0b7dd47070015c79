/* SPDX-License-Identifier: Apache-2.0 */
/** Interleaved measurements of what rules cost, ours and others'; run by hand, never part of the tests. */
@NullMarked
package dev.saltern.benchmark;

import org.jspecify.annotations.NullMarked;
