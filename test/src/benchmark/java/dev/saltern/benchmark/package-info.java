/* SPDX-License-Identifier: Apache-2.0 */
/** Interleaved measurements of what rules and skew cost, treated by us and by others; run by hand, never part of the tests. */
@NullMarked
package dev.saltern.benchmark;

import org.jspecify.annotations.NullMarked;
