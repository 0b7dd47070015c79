/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The catalog that readers ask: tables, partitions and their locations, a projection of the journal.
 *
 * <p>May not depend on the journal or the audit.
 */
@NullMarked
package dev.saltern.jobs.publish.catalog;

import org.jspecify.annotations.NullMarked;
