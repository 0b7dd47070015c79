/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Folders with many files, listed. May not know pipelines, runs or tables.
 */
@NullMarked
package dev.saltern.jobs.files;

import org.jspecify.annotations.NullMarked;
