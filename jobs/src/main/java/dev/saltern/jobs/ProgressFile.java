/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs;

import dev.saltern.jobs.report.Json;
import dev.saltern.jobs.run.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkContext;
import org.apache.spark.executor.TaskMetrics;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/**
 * Progress for a launcher that is elsewhere: {@code <lake>/_progress/<launch>.json}, written over every few seconds with the phase, the
 * tasks and the rows so far, and removed at the end. A file that cannot be written stops nothing. Thread-safe.
 */
final class ProgressFile implements Progress, AutoCloseable {
    private static final long EVERY_SECONDS = 10;

    private final Progress inner;
    private final SparkContext spark;
    private final Configuration hadoop;
    private final Path file;
    private final Counters counters = new Counters();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "saltern-progress");
        thread.setDaemon(true);
        return thread;
    });
    private volatile String phase = "";

    ProgressFile(Progress inner, SparkContext spark, Configuration hadoop, String lake, String launch) {
        this.inner = inner;
        this.spark = spark;
        this.hadoop = hadoop;
        this.file = new Path(lake, "_progress/" + launch + ".json");
        spark.addSparkListener(counters);
        var unused = clock.scheduleWithFixedDelay(this::write, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void begins(String what) {
        inner.begins(what);
        phase = what;
        write();
    }

    @Override
    public void close() {
        clock.shutdownNow();
        spark.removeSparkListener(counters);
        synchronized (file) {
            try {
                file.getFileSystem(hadoop).delete(file, false);
            } catch (IOException e) {
                phase = "";
            }
        }
    }

    private void write() {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("phase", phase);
        line.put("tasksDone", counters.done.get());
        line.put("tasks", counters.total.get());
        line.put("rows", counters.rows.get());
        synchronized (file) {
            if (clock.isShutdown()) {
                return;
            }
            try (OutputStream out = file.getFileSystem(hadoop).create(file, true)) {
                out.write(Json.line(line).getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                // The launcher shows the state of the step then.
                counters.failed.incrementAndGet();
            }
        }
    }

    /** Hears from Spark how many tasks there are, how many are done, and how many rows they read. */
    private static final class Counters extends SparkListener {
        private final AtomicLong total = new AtomicLong();
        private final AtomicLong done = new AtomicLong();
        private final AtomicLong rows = new AtomicLong();
        private final AtomicLong failed = new AtomicLong();

        @Override
        public void onStageSubmitted(SparkListenerStageSubmitted event) {
            total.addAndGet(event.stageInfo().numTasks());
        }

        @Override
        public void onTaskEnd(SparkListenerTaskEnd event) {
            done.incrementAndGet();
            TaskMetrics metrics = event.taskMetrics();
            if (metrics != null) {
                rows.addAndGet(metrics.inputMetrics().recordsRead());
            }
        }
    }
}
