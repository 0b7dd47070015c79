/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What a run wrote: the lake's layout, run ids, idempotency keys, the manifest, and how files are sealed.
 *
 * <p>May not depend on the journal, the catalog or the audit.
 */
@NullMarked
package dev.saltern.jobs.publish.run;

import org.jspecify.annotations.NullMarked;
