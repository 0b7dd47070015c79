/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The whole day of the pipeline sensor-daily, by Saltern and by what a user would write or pick instead: same files, same tables, each in
 * a process of its own; run by hand, never part of the tests.
 */
@NullMarked
package dev.saltern.benchmark.day;

import org.jspecify.annotations.NullMarked;
