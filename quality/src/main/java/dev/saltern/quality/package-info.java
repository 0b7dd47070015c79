/* SPDX-License-Identifier: Apache-2.0 */
/** Placeholder. */
@NullMarked
package dev.saltern.quality;

import org.jspecify.annotations.NullMarked;
