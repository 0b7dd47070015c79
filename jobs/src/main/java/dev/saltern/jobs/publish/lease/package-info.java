/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Says which runs are alive, so that nobody removes what they are writing.
 *
 * <p>May not depend on Spark, the journal, the catalog or the audit.
 */
@NullMarked
package dev.saltern.jobs.publish.lease;

import org.jspecify.annotations.NullMarked;
