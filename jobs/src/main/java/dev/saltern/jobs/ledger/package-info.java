/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Which files the live rows of each period came from, and why a period is to be run anew: a projection of journals and manifests. May not
 * depend on runs, and starts no Spark job.
 */
@NullMarked
package dev.saltern.jobs.ledger;

import org.jspecify.annotations.NullMarked;
