/* SPDX-License-Identifier: Apache-2.0 */
/** Whole days from raw files to published tables, as a user runs them. */
package dev.saltern.test.day;
