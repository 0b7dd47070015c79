/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.observe;

import org.apache.spark.executor.TaskMetrics;
import org.apache.spark.scheduler.AccumulableInfo;
import scala.collection.JavaConverters;
import scala.collection.Seq;

/**
 * What tasks have read so far: from files, and from other stages.
 *
 * @param inputRows rows of files
 * @param inputBytes bytes of files
 * @param shuffleRows rows of earlier stages
 * @param shuffleBytes bytes of earlier stages
 */
public record Moved(long inputRows, long inputBytes, long shuffleRows, long shuffleBytes) {
    /** Nothing yet. */
    public static final Moved NOTHING = new Moved(0, 0, 0, 0);

    private static final String METRICS = "internal.metrics.";

    /** Returns what a task has read that ended. */
    static Moved of(TaskMetrics metrics) {
        return new Moved(
                metrics.inputMetrics().recordsRead(),
                metrics.inputMetrics().bytesRead(),
                metrics.shuffleReadMetrics().recordsRead(),
                metrics.shuffleReadMetrics().totalBytesRead());
    }

    /** Returns what a task has read that goes on, by the counters that its executor sends now and then. */
    static Moved of(Seq<AccumulableInfo> counters) {
        Moved moved = NOTHING;
        for (AccumulableInfo counter : JavaConverters.seqAsJavaList(counters)) {
            if (counter.name().isDefined()
                    && counter.update().isDefined()
                    && counter.update().get() instanceof Number amount) {
                moved = moved.plus(of(counter.name().get(), amount.longValue()));
            }
        }
        return moved;
    }

    private static Moved of(String counter, long amount) {
        return switch (counter.startsWith(METRICS) ? counter.substring(METRICS.length()) : "") {
            case "input.recordsRead" -> new Moved(amount, 0, 0, 0);
            case "input.bytesRead" -> new Moved(0, amount, 0, 0);
            case "shuffle.read.recordsRead" -> new Moved(0, 0, amount, 0);
            case "shuffle.read.localBytesRead", "shuffle.read.remoteBytesRead" -> new Moved(0, 0, 0, amount);
            default -> NOTHING;
        };
    }

    Moved plus(Moved other) {
        return new Moved(
                inputRows + other.inputRows,
                inputBytes + other.inputBytes,
                shuffleRows + other.shuffleRows,
                shuffleBytes + other.shuffleBytes);
    }

    /** Returns the rows, wherever they came from. */
    public long rows() {
        return inputRows + shuffleRows;
    }

    /** Returns the bytes, wherever they came from. */
    public long bytes() {
        return inputBytes + shuffleBytes;
    }
}
