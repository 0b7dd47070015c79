/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What Spark keeps from its users: one class, with a source for each version of Spark that the build knows. May depend on Spark alone; no
 * promise to users.
 */
@NullMarked
package dev.saltern.quality.internal;

import org.jspecify.annotations.NullMarked;
