/* SPDX-License-Identifier: Apache-2.0 */
/** Treatments of skew on executors that lose what they have shuffled; no pipeline, no lake. */
@NullMarked
package dev.saltern.test.skew;

import org.jspecify.annotations.NullMarked;
