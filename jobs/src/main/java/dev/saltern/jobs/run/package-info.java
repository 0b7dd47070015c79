/* SPDX-License-Identifier: Apache-2.0 */
/**
 * One run from raw files to published tables. May not depend on how it was started.
 */
@NullMarked
package dev.saltern.jobs.run;

import org.jspecify.annotations.NullMarked;
