/* SPDX-License-Identifier: Apache-2.0 */
/** Joins tables whose rows crowd on few keys, with the answer of the plain join. Depends on Spark alone. */
@NullMarked
package dev.saltern.transforms.skew.join;

import org.jspecify.annotations.NullMarked;
