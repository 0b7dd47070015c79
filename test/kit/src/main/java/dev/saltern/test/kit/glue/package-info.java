/* SPDX-License-Identifier: Apache-2.0 */
/**
 * A Glue Data Catalog in memory that keeps the limits which the emulator does not: sizes of batches, pages, versions of tables.
 *
 * <p>May not depend on any other module.
 */
@NullMarked
package dev.saltern.test.kit.glue;

import org.jspecify.annotations.NullMarked;
