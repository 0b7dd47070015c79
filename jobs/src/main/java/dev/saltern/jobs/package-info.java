/* SPDX-License-Identifier: Apache-2.0 */
/**
 * How one day runs: the entry points of spark-submit and of the command line. May not depend on submit.
 */
@NullMarked
package dev.saltern.jobs;

import org.jspecify.annotations.NullMarked;
