/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What Spark tells of one run while it works: phases, stages, tasks, resources. May depend on Spark and on what tells the stages of a run
 * from those of others.
 */
@NullMarked
package dev.saltern.jobs.observe;

import org.jspecify.annotations.NullMarked;
