/* SPDX-License-Identifier: Apache-2.0 */
/** Removes runs that nothing refers to any more. */
@NullMarked
package dev.saltern.jobs.publish.gc;

import org.jspecify.annotations.NullMarked;
