/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Where a lake is kept: files by their paths, and documents that are created whole or not at all, and once.
 *
 * <p>May not depend on Spark, nor on what the files mean.
 */
@NullMarked
package dev.saltern.jobs.publish.store;

import org.jspecify.annotations.NullMarked;
