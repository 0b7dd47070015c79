/* SPDX-License-Identifier: Apache-2.0 */
/**
 * A Spark data source that turns raw csv, json and fixed-width files into typed rows and never throws for what stands in them.
 *
 * <p>May not depend on the rest of jobs, on quality or on transforms.
 */
@NullMarked
package dev.saltern.jobs.stage.read;

import org.jspecify.annotations.NullMarked;
