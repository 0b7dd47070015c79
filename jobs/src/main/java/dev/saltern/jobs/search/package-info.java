/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Rows as others index them: documents of JSON, and the lines by which OpenSearch takes them in bulk.
 *
 * <p>May not depend on how a run or a query is carried out.
 */
@NullMarked
package dev.saltern.jobs.search;

import org.jspecify.annotations.NullMarked;
