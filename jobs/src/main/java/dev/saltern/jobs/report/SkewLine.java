/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.saltern.jobs.observe.TaskSpread;
import dev.saltern.transforms.skew.detect.HotShare;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found about the keys of a step, and what was done: the receipt of {@link dev.saltern.transforms.skew.SkewReceipt}, as it is kept.
 *
 * @param step the step's name
 * @param treatment what was done, such as {@code salt}
 * @param reason why, with the numbers
 * @param declined what was not done, one sentence each
 * @param inputs how the rows of the inputs spread over the keys
 * @param rowsAdded copies of rows that the treatment makes, an estimate
 * @param heaviestTask the longest task over the median of the stage that took longest; null if no stage had three tasks
 * @param tasks how long the tasks of that stage took; null as well, and in the reports of runs that did not say
 */
public record SkewLine(
        String step,
        String treatment,
        String reason,
        List<String> declined,
        List<Spread> inputs,
        long rowsAdded,
        @Nullable Double heaviestTask,
        @Nullable TaskSpread tasks) {
    /** Copies the lists. */
    public SkewLine {
        declined = List.copyOf(declined);
        inputs = List.copyOf(inputs);
    }

    /**
     * How the rows of an input spread over its keys.
     *
     * @param view the input
     * @param keys the key columns
     * @param rows number of rows
     * @param nullRows number of rows with a NULL key
     * @param hot the heaviest hot keys, at most 100
     */
    public record Spread(String view, List<String> keys, long rows, long nullRows, List<HotShare> hot) {
        /** Copies the lists. */
        public Spread {
            keys = List.copyOf(keys);
            hot = List.copyOf(hot);
        }

        /** Returns the share of rows with a NULL key, in [0, 1]. */
        public double nullShare() {
            return rows == 0 ? 0 : (double) nullRows / rows;
        }

        /** Returns the share of the heaviest key, in [0, 1]; 0 if none is hot. */
        public double heaviestShare() {
            return hot.isEmpty() ? 0 : hot.get(0).share();
        }
    }

    /** Returns the rows of the inputs that were measured, before any was copied. */
    @JsonProperty
    public long rowsBefore() {
        return inputs.stream().mapToLong(Spread::rows).sum();
    }

    /** Returns the same rows with the copies that the treatment makes, an estimate. */
    @JsonProperty
    public long rowsAfter() {
        return rowsBefore() + rowsAdded;
    }

    /** Returns the copies as a share of the rows before, 0 or more. */
    @JsonProperty
    public double inflation() {
        return rowsAdded / (double) Math.max(1, rowsBefore());
    }

    /** Returns the same with the times of the tasks. */
    public SkewLine withTasks(@Nullable TaskSpread times) {
        Double overMedian = times == null ? null : times.heaviestOverMedian();
        return new SkewLine(step, treatment, reason, declined, inputs, rowsAdded, overMedian, times);
    }
}
