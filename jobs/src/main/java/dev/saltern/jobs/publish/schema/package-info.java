/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What becomes of a table's columns when a run brings others: what is added, what follows, and what no reader could read.
 *
 * <p>May not depend on the catalog, the journal or the audit.
 */
@NullMarked
package dev.saltern.jobs.publish.schema;

import org.jspecify.annotations.NullMarked;
