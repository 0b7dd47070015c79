/* SPDX-License-Identifier: Apache-2.0 */
/** Points partitions back at what they held before; no byte of data moves. */
@NullMarked
package dev.saltern.jobs.publish.rollback;

import org.jspecify.annotations.NullMarked;
