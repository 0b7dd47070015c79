/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.FetchFailed;
import org.apache.spark.Success$;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** Deletes what one executor has shuffled, once, as a disk that fails would. Counts what Spark does about it. */
public final class LostShuffle extends SparkListener {
    /** When the files are lost. */
    public enum Moment {
        /** Before the first task reads them. */
        AFTER_FIRST_MAP_STAGE,
        /** Some tasks have read them and ended, and their output stays; others have not. */
        AMID_THE_STAGE_THAT_READS
    }

    private final Path localFolder;
    private final Moment moment;
    private final Set<Integer> reading = new HashSet<>();
    private int deleted;
    private int fetchFailures;
    private int retriedStages;

    /** Waits for the moment. */
    public LostShuffle(Path localFolder, Moment moment) {
        this.localFolder = localFolder;
        this.moment = moment;
    }

    @Override
    public synchronized void onStageSubmitted(SparkListenerStageSubmitted submitted) {
        if (!submitted.stageInfo().parentIds().isEmpty()) {
            reading.add(submitted.stageInfo().stageId());
        }
        if (submitted.stageInfo().attemptNumber() > 0) {
            retriedStages++;
        }
    }

    @Override
    public synchronized void onStageCompleted(SparkListenerStageCompleted completed) {
        if (moment == Moment.AFTER_FIRST_MAP_STAGE
                && completed.stageInfo().shuffleDepId().isDefined()) {
            loseOnce();
        }
    }

    @Override
    public synchronized void onTaskEnd(SparkListenerTaskEnd end) {
        if (end.reason() instanceof FetchFailed) {
            fetchFailures++;
        }
        if (moment == Moment.AMID_THE_STAGE_THAT_READS
                && end.reason() == Success$.MODULE$
                && reading.contains(end.stageId())) {
            loseOnce();
        }
    }

    /** Shuffle files that were deleted. */
    public synchronized int deleted() {
        return deleted;
    }

    /** Tasks that missed them. */
    public synchronized int fetchFailures() {
        return fetchFailures;
    }

    /** Stages that were submitted once more. */
    public synchronized int retriedStages() {
        return retriedStages;
    }

    private void loseOnce() {
        if (deleted > 0) {
            return;
        }
        try (Stream<Path> files = Files.walk(localFolder)) {
            List<Path> shuffled = files.filter(file -> fileName(file).startsWith("shuffle_"))
                    .sorted()
                    .toList();
            for (Path file : shuffled) {
                if (blocks(file).equals(blocks(shuffled.get(0))) && Files.deleteIfExists(file)) {
                    deleted++;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder of one executor's blocks: {@code .../blockmgr-ID/0c/shuffle_0_1_0.data}. */
    private static Path blocks(Path file) {
        return Objects.requireNonNull(Objects.requireNonNull(file.getParent()).getParent());
    }

    private static String fileName(Path file) {
        return String.valueOf(file.getFileName());
    }
}
