/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Brings rows back that were set aside, and proves that each came back once. May not publish anything but by a run.
 */
@NullMarked
package dev.saltern.jobs.replay;

import org.jspecify.annotations.NullMarked;
