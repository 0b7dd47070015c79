/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Questions to the published tables. May not write.
 */
@NullMarked
package dev.saltern.jobs.query;

import org.jspecify.annotations.NullMarked;
