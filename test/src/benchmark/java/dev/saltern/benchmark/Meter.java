/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.SparkSession;

/** Measures a piece of work in this process. */
final class Meter {
    private static final double NANOS = 1e9;
    private static final long MAX_WAIT_MILLIS = 60_000;

    private final SparkSession session;

    Meter(SparkSession session) {
        this.session = session;
    }

    Measured measure(Runnable work) throws TimeoutException {
        AtomicInteger jobs = new AtomicInteger();
        AtomicLong rows = new AtomicLong();
        SparkListener listener = new SparkListener() {
            @Override
            public void onJobStart(SparkListenerJobStart start) {
                jobs.incrementAndGet();
            }

            @Override
            public void onTaskEnd(SparkListenerTaskEnd end) {
                rows.addAndGet(end.taskMetrics().inputMetrics().recordsRead());
            }
        };
        System.gc();
        session.sparkContext().addSparkListener(listener);
        OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long wall = System.nanoTime();
        long cpu = process.getProcessCpuTime();
        work.run();
        cpu = process.getProcessCpuTime() - cpu;
        wall = System.nanoTime() - wall;
        session.sparkContext().listenerBus().waitUntilEmpty(MAX_WAIT_MILLIS);
        session.sparkContext().removeSparkListener(listener);
        return new Measured(wall / NANOS, cpu / NANOS, jobs.get(), rows.get());
    }
}
