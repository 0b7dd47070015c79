/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.run;

import dev.saltern.conf.Environment;
import dev.saltern.conf.Grain;
import dev.saltern.conf.Partitioning;
import dev.saltern.conf.Scope;
import dev.saltern.conf.load.LoadedPipeline;
import dev.saltern.jobs.ledger.InputLedger;
import dev.saltern.jobs.ledger.Staleness;
import dev.saltern.jobs.plan.CodeVersion;
import dev.saltern.jobs.report.RunReport;
import dev.saltern.jobs.stage.Listings;
import dev.saltern.transforms.internal.Spark;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.SparkSession;

/**
 * Opens earlier days again for late rows: each is a run of its own, which claims that day alone. What is to be opened is read from the
 * ledger, so it does not matter whether the run that found the late rows lived to open a day: the next one does.
 */
public final class Reopening {
    private final SparkSession session;
    private final Environment environment;
    private final LoadedPipeline loaded;
    private final Progress progress;

    /** Prepares to open days; the session's catalog holds the tables. */
    public Reopening(SparkSession session, Environment environment, LoadedPipeline loaded, Progress progress) {
        this.session = session;
        this.environment = environment;
        this.loaded = loaded;
        this.progress = progress;
    }

    /**
     * Runs each published day within the lookback before the scope that has late rows which it lacks, and those before it that this run
     * touches in its turn; returns their reports.
     */
    public List<RunReport> before(Scope scope) {
        List<RunReport> reports = new ArrayList<>();
        Partitioning partitioning = loaded.pipeline().partitioning();
        if (partitioning.lookback() == 0) {
            return reports;
        }
        LivePlan live = LivePlan.of(session, environment, loaded);
        String codeVersion = CodeVersion.current(loaded.pipeline());
        Set<Scope> tried = new HashSet<>();
        Deque<Scope> open = new ArrayDeque<>(List.of(scope));
        while (!open.isEmpty()) {
            for (Scope day : window(open.pop(), partitioning)) {
                if (!tried.contains(day) && staleness(live, codeVersion).isTouched(day)) {
                    tried.add(day);
                    reports.add(new DayRun(session.newSession(), environment, loaded, day, progress).run());
                    open.add(day);
                }
            }
        }
        return reports;
    }

    /** Returns the periods before the scope that its files may hold late rows of, the latest first. */
    public static List<Scope> window(Scope scope, Partitioning partitioning) {
        Grain grain = partitioning.grain();
        List<Scope> periods = new ArrayList<>();
        LocalDate day = grain.start(scope.from());
        for (int i = 1; i <= partitioning.lookback(); i++) {
            LocalDate first = grain.back(day, i);
            periods.add(new Scope(first, first).widenedTo(grain));
        }
        return periods;
    }

    /** Looks at the journal as it is at that moment: each run that ends changes it. */
    private Staleness staleness(LivePlan live, String codeVersion) {
        return new Staleness(
                live.plan(),
                InputLedger.of(live.publisher(), live.plan()),
                new Listings(Spark.state(session).newHadoopConf()),
                codeVersion);
    }
}
