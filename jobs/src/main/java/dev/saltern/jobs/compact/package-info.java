/* SPDX-License-Identifier: Apache-2.0 */
/** Writes the live partitions of past days anew, in fewer files with the same rows. */
@NullMarked
package dev.saltern.jobs.compact;

import org.jspecify.annotations.NullMarked;
