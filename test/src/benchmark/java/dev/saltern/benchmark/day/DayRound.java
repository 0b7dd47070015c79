/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark.day;

/**
 * One run of one contestant.
 *
 * @param contestant its label
 * @param rows lines of readings of the day
 * @param sitting names the call of the benchmark; ratios are taken within one
 * @param round 0 for the first run of a fresh process, its start included; then 1, 2, ...
 * @param wallSeconds time that passed
 * @param cpuSeconds processor time of the whole process, compilers and garbage collector included
 * @param compilerSeconds time that the compilers of the JVM took, nearly all of it within the processor time
 * @param peakBytes most memory that the process had resident during the run
 * @param heapBytes most that a collection found in use on its heap: an upper end of what the run had to hold
 * @param phases where the time went
 */
record DayRound(
        String contestant,
        long rows,
        String sitting,
        int round,
        double wallSeconds,
        double cpuSeconds,
        double compilerSeconds,
        long peakBytes,
        long heapBytes,
        DayPhases phases) {
    private static final String STARTING = "starting the process";

    boolean isCold() {
        return round == 0;
    }

    /** Returns the same under other names. */
    DayRound named(String label, long count, String called, int number) {
        return new DayRound(label, count, called, number, wallSeconds, cpuSeconds, compilerSeconds, peakBytes, heapBytes, phases);
    }

    /** Returns the same with the time that somebody else took for it, who has waited for the process as well. */
    DayRound tookSeconds(double wall) {
        DayPhases all = phases.after(STARTING, wall - wallSeconds);
        return new DayRound(contestant, rows, sitting, round, wall, cpuSeconds, compilerSeconds, peakBytes, heapBytes, all);
    }
}
