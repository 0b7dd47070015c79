/* SPDX-License-Identifier: Apache-2.0 */
/** Placeholder. */
@NullMarked
package dev.saltern.submit;

import org.jspecify.annotations.NullMarked;
