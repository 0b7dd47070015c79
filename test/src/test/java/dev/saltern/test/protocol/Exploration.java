/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.protocol;

import java.util.List;

/**
 * What came of a scenario.
 *
 * @param states the states that were reached
 * @param steps the steps between them
 * @param ends the states in which all was quiet
 * @param worlds the different contents of the stores
 * @param violations what was wrong, each with the way to it; the search ends at the first
 */
record Exploration(long states, long steps, long ends, long worlds, List<String> violations) {}
