/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Many files at a time: listed, and asked about. May not know pipelines, runs or tables.
 */
@NullMarked
package dev.saltern.jobs.files;

import org.jspecify.annotations.NullMarked;
