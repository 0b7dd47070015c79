/* SPDX-License-Identifier: Apache-2.0 */
/**
 * How a job tells what it is doing: to a person on a terminal or in a log, and to a launcher that is elsewhere.
 */
@NullMarked
package dev.saltern.jobs.progress;

import org.jspecify.annotations.NullMarked;
