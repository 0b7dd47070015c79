/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.observe;

import java.util.List;

/**
 * How long the tasks of a stage took, and what it had to wait for: enough to tell how long the run would take on more processors.
 *
 * @param stage Spark's number of it
 * @param name the description of its job; empty where it has none
 * @param start when it was submitted, in seconds since the run began
 * @param seconds until its last task ended
 * @param waitsFor the stages that end before it can start, without those that these wait for
 * @param taskMillis the durations of its tasks in milliseconds, the longest first: {@code 5321 4000 17x900} are nineteen tasks, of which
 *     seventeen take 900 ms on average
 */
public record StageTimes(
        int stage, String name, double start, double seconds, List<Integer> waitsFor, String taskMillis) {
    /** Tasks that are told one by one, for a stage takes as long as its longest one. */
    private static final int SINGLE = 8;

    private static final int GROUPS = 24;

    public StageTimes {
        waitsFor = List.copyOf(waitsFor);
    }

    /** Returns the durations as text; the sum is kept to half a millisecond for each task. */
    static String text(List<Long> millis) {
        List<Long> sorted =
                millis.stream().sorted((one, other) -> Long.compare(other, one)).toList();
        int single = sorted.size() <= SINGLE + GROUPS ? sorted.size() : SINGLE;
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < single; i++) {
            text.append(sorted.get(i)).append(' ');
        }
        int rest = sorted.size() - single;
        for (int group = 0; group < GROUPS && rest > 0; group++) {
            List<Long> members = sorted.subList(
                    single + (int) ((long) rest * group / GROUPS), single + (int) ((long) rest * (group + 1) / GROUPS));
            double mean = members.stream().mapToLong(Long::longValue).average().orElse(0);
            text.append(members.size()).append('x').append(Math.round(mean)).append(' ');
        }
        return text.toString().strip();
    }
}
