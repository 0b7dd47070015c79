/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.run;

import dev.saltern.conf.Environment;
import dev.saltern.jobs.after.RunPages;
import dev.saltern.jobs.after.RunTraces;
import dev.saltern.jobs.observe.Amounts;
import dev.saltern.jobs.observe.Phase;
import dev.saltern.jobs.observe.PhaseClock;
import dev.saltern.jobs.observe.StageObserver;
import dev.saltern.jobs.own.OwnStages;
import dev.saltern.jobs.plan.RunInputs;
import dev.saltern.jobs.publish.run.Lake;
import dev.saltern.jobs.publish.run.SealedRun;
import dev.saltern.jobs.report.RunReport;
import dev.saltern.jobs.report.RunSetting;
import dev.saltern.jobs.search.SearchFiles;
import dev.saltern.jobs.session.Interruption;
import dev.saltern.transforms.internal.Spark;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** Sees what a run does and when, and writes its page at the end. Use once. */
final class RunWatch implements Progress {
    private static final long PATIENCE_MILLIS = 10_000;

    private final Progress inner;
    private final Instant started;
    private final PhaseClock clock = new PhaseClock();
    private @Nullable StageObserver observer;

    /**
     * Prepares the watch.
     *
     * @param inner is told of each phase as well
     * @param started when the run began
     */
    RunWatch(Progress inner, Instant started) {
        this.inner = inner;
        this.started = started;
    }

    @Override
    public void begins(String what) {
        clock.begins(what);
        inner.begins(what);
    }

    /** Watches while the work of a run is done, to which other runs in the same Spark do not add. */
    <T> T during(SparkContext spark, String run, Supplier<T> work) {
        return OwnStages.during(
                spark,
                run,
                () -> StageObserver.during(spark, started, seen -> {
                    observer = seen;
                    return work.get();
                }));
    }

    /** Returns the setting of the run with what its tasks took; without, where Spark's queue lags behind. */
    RunSetting setting(SparkContext spark, @Nullable String launch, long inputBytes) {
        int cores = spark.defaultParallelism();
        if (!observer().settles(spark, PATIENCE_MILLIS)) {
            return new RunSetting(launch, inputBytes, cores, null, null, null, null);
        }
        Amounts took = observer().resources().amounts();
        return new RunSetting(
                launch,
                inputBytes,
                cores,
                took.spilledDiskBytes(),
                took.peakTaskBytes(),
                took.shuffleWrittenBytes(),
                observer().times());
    }

    private StageObserver observer() {
        return Objects.requireNonNull(observer, "not watched");
    }

    /** Writes the page of the run that was watched; returns its report, with a note if that failed. */
    RunReport tell(
            RunReport report,
            SparkSession session,
            Environment environment,
            LivePlan live,
            RunInputs inputs,
            List<SealedRun> sealed) {
        List<Phase> phases = clock.phases();
        if (!Interruption.isUnderWay()) {
            inner.begins("writing the report");
        }
        RunReport copied = new SearchFiles(session, new Lake(environment.lake()))
                .write(report, live.plan().pipeline(), sealed);
        RunTraces traces = new RunTraces(live.plan(), inputs, live.publisher(), sealed, phases, observer());
        return new RunPages(session, environment, Spark.state(session).newHadoopConf()).write(copied, traces);
    }
}
