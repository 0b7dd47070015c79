/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.protocol;

import java.util.List;

/**
 * Some processes that run at once on a lake, and what is done behind them.
 *
 * @param name what a report calls it
 * @param before run one after the other, undisturbed, to set the scene
 * @param processes run at once, in every order of their calls
 * @param faults how many calls of a schedule may go wrong: lost, or without an answer, or half done, or the end of a process
 * @param switches how often a process that could go on is left for another one; an end of a process is no switch
 * @param after run one after the other, undisturbed, when all is quiet
 */
record Scenario(
        String name, List<Program> before, List<Program> processes, int faults, int switches, List<Program> after) {
    /** Any number of switches. */
    static final int ANY = 1_000;

    Scenario {
        before = List.copyOf(before);
        processes = List.copyOf(processes);
        after = List.copyOf(after);
    }
}
