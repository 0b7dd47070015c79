/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Which keys of which views a run measures while it writes them, and what was measured; knows nothing of runs, journals and catalogs.
 */
@NullMarked
package dev.saltern.jobs.skew;

import org.jspecify.annotations.NullMarked;
