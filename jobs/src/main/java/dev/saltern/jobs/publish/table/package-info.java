/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The tables of a lake as their journals and manifests tell of them, without their pipelines.
 *
 * <p>May not change anything.
 */
@NullMarked
package dev.saltern.jobs.publish.table;

import org.jspecify.annotations.NullMarked;
