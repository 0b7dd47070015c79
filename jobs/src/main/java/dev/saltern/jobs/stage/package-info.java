/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Staging: one scan of a source's raw files, written once as columnar data, with every row accounted for.
 *
 * <p>May not depend on the quality module: the rules come in behind {@link dev.saltern.jobs.stage.RowChecks}.
 */
@NullMarked
package dev.saltern.jobs.stage;

import org.jspecify.annotations.NullMarked;
