/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What belongs to one run among those that go on beside it in the same Spark. May depend on Spark alone.
 */
@NullMarked
package dev.saltern.jobs.own;

import org.jspecify.annotations.NullMarked;
