/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The publish protocol on stores in memory: every interleaving of a few runs with crashes and lost answers, and long random schedules.
 *
 * <p>The code under test is the publisher of the product; only the stores are made here.
 */
@NullMarked
package dev.saltern.test.protocol;

import org.jspecify.annotations.NullMarked;
