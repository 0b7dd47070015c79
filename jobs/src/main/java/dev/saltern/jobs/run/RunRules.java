/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.run;

import dev.saltern.conf.Scope;
import dev.saltern.jobs.step.Views;
import dev.saltern.quality.MetricHistory;
import dev.saltern.quality.MetricLine;
import dev.saltern.quality.MetricResult;
import dev.saltern.quality.RuleSetting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the rules of a run refer to besides their tables, and what they observed. Not thread-safe. */
final class RunRules {
    private final Instant now;
    private final Scope scope;
    private final List<MetricLine> past;
    private final List<MetricLine> observed = new ArrayList<>();

    /**
     * Prepares the rules of a run.
     *
     * @param now the time of the run
     * @param past what earlier runs observed, in their order
     */
    RunRules(Instant now, Scope scope, List<MetricLine> past) {
        this.now = now;
        this.scope = scope;
        this.past = List.copyOf(past);
    }

    /** Returns what the rules of a source or an output may name: the views computed so far, and its own history. */
    RuleSetting setting(String table, Views views) {
        return RuleSetting.at(now)
                .on(scope.from())
                .withDatasets(views.schemas())
                .with(MetricHistory.of(past, table, scope.from().toString(), run -> true));
    }

    void observe(String run, String table, List<MetricResult> metrics) {
        metrics.forEach(
                metric -> observed.add(metric.line(run, table, scope.from().toString())));
    }

    /** Returns what this run observed. */
    List<MetricLine> observed() {
        return List.copyOf(observed);
    }
}
