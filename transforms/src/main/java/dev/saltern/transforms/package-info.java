/* SPDX-License-Identifier: Apache-2.0 */
/** Placeholder. */
@NullMarked
package dev.saltern.transforms;

import org.jspecify.annotations.NullMarked;
