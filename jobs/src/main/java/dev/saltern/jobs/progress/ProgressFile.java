/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.progress;

import dev.saltern.jobs.observe.StageObserver;
import dev.saltern.jobs.observe.Totals;
import dev.saltern.jobs.report.Json;
import dev.saltern.jobs.run.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkContext;

/**
 * Progress for a launcher that is elsewhere: {@code <lake>/_progress/<launch>.json}, written over every few seconds with the phase, the
 * tasks and the rows so far, and removed at the end. A file that cannot be written stops nothing. Thread-safe.
 */
public final class ProgressFile implements Progress, AutoCloseable {
    private static final long EVERY_MILLIS = 10_000;

    private final Progress inner;
    private final SparkContext spark;
    private final Configuration hadoop;
    private final Path file;
    private final StageObserver stages;
    private final Clockwork clock = new Clockwork(EVERY_MILLIS, this::write);
    private volatile String phase = "";

    /** Tells the progress of a launch, and hands what begins on to {@code inner}. */
    public ProgressFile(Progress inner, SparkContext spark, Configuration hadoop, String lake, String launch) {
        this.inner = inner;
        this.spark = spark;
        this.hadoop = hadoop;
        this.file = new Path(lake, "_progress/" + launch + ".json");
        this.stages = StageObserver.ofAll(spark);
    }

    @Override
    public void begins(String what) {
        inner.begins(what);
        phase = what;
        write();
    }

    @Override
    public void close() {
        clock.close();
        spark.removeSparkListener(stages);
        synchronized (file) {
            try {
                file.getFileSystem(hadoop).delete(file, false);
            } catch (IOException e) {
                phase = "";
            }
        }
    }

    private void write() {
        Totals totals = stages.totals();
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("phase", phase);
        line.put("tasksDone", totals.done());
        line.put("tasks", totals.tasks());
        line.put("rows", totals.rows());
        synchronized (file) {
            if (clock.isClosed()) {
                return;
            }
            try (OutputStream out = file.getFileSystem(hadoop).create(file, true)) {
                out.write(Json.line(line).getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                // The launcher shows the state of the step then.
            }
        }
    }
}
