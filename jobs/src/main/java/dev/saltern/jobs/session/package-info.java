/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The Spark session of an environment. May not know pipelines.
 */
@NullMarked
package dev.saltern.jobs.session;

import org.jspecify.annotations.NullMarked;
