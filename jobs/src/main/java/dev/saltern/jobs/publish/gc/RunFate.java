/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.gc;

/** What becomes of a run. */
public enum RunFate {
    /** Something refers to it, or it is young. */
    KEPT,
    /** Nothing refers to it: it is marked, and removed by a call after the grace. */
    MARKED,
    /** It was marked before, and the grace is not over. */
    WAITING,
    /** It was marked before, and something refers to it again: the mark is taken off. */
    SPARED,
    /** It was marked before the grace, and still nothing refers to it: it is removed. */
    REMOVED
}
