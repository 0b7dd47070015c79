/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The journal of a table: gap-free, immutable versions, each holding what is live from then on.
 *
 * <p>May not depend on Spark, the catalog or the audit.
 */
@NullMarked
package dev.saltern.jobs.publish.journal;

import org.jspecify.annotations.NullMarked;
