/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What a run will do, found out before anything is read. May not write to the lake.
 */
@NullMarked
package dev.saltern.jobs.plan;

import org.jspecify.annotations.NullMarked;
