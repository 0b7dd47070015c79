/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Why a run failed: the logs of its step, driver and executors, held against a table of rules that name the cause, the line that shows it
 * and what to do.
 *
 * <p>May not know the commands, nor start or end anything.
 */
@NullMarked
package dev.saltern.submit.diagnose;

import org.jspecify.annotations.NullMarked;
