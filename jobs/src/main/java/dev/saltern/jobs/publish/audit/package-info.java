/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Decides whether a sealed run may be published, before anything that readers see is touched.
 *
 * <p>May not depend on the journal.
 */
@NullMarked
package dev.saltern.jobs.publish.audit;

import org.jspecify.annotations.NullMarked;
