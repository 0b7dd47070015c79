/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.session;

import dev.saltern.conf.ExitCode;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.util.ShutdownHookManager;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.SparkSession;
import scala.Option;

/**
 * What happens to a command when the process is asked to end (Ctrl-C, SIGTERM): Spark's jobs are cancelled, so that the command fails,
 * cleans up and says so; then Spark stops; then the process leaves with the exit code for it.
 *
 * <p>A shutdown hook of Hadoop's, for those run in order: Spark's own, which would stop the session below the command, is one of them.
 */
public final class Interruption implements AutoCloseable {
    /** What a command says that was ended so. */
    public static final String MESSAGE = "Interrupted. What was published before stays as it is";

    /** Spark stops its contexts at 50 within a hook at 40; the file systems close at 10. */
    private static final int BEFORE_SPARK = 100;

    private static final int LAST = 1;
    private static final long MAX_WAIT_MILLIS = 20_000;
    private static final long POLL_MILLIS = 100;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Runnable cancel = this::cancel;
    private final Runnable leave = Interruption::leave;

    private Interruption() {}

    /** Watches for it from here on, until closed. */
    public static Interruption watch() {
        Interruption interruption = new Interruption();
        ShutdownHookManager hooks = ShutdownHookManager.get();
        if (!hooks.isShutdownInProgress()) {
            hooks.addShutdownHook(interruption.cancel, BEFORE_SPARK);
            hooks.addShutdownHook(interruption.leave, LAST);
        }
        return interruption;
    }

    /** Returns whether the process was asked to end: the failure of a command is a consequence then. */
    public static boolean isUnderWay() {
        return ShutdownHookManager.get().isShutdownInProgress();
    }

    @Override
    public void close() {
        ended.countDown();
        ShutdownHookManager hooks = ShutdownHookManager.get();
        if (!hooks.isShutdownInProgress()) {
            hooks.removeShutdownHook(cancel);
            hooks.removeShutdownHook(leave);
        }
    }

    private void cancel() {
        try {
            // The command may start one more job before it sees that one was cancelled.
            for (long waited = 0; waited < MAX_WAIT_MILLIS; waited += POLL_MILLIS) {
                cancelJobs();
                if (ended.await(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void leave() {
        // The process ends already: exit would wait for this very hook.
        Runtime.getRuntime().halt(ExitCode.INTERRUPTED.code());
    }

    private static void cancelJobs() {
        Option<SparkSession> session = SparkSession.getDefaultSession();
        if (session.isDefined()) {
            SparkContext context = session.get().sparkContext();
            if (!context.isStopped()) {
                context.cancelAllJobs();
            }
        }
    }
}
