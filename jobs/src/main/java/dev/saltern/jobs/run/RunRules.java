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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the rules of a run refer to besides their tables, and what they observed. Not thread-safe. */
final class RunRules {
    private final Instant now;
    private final Scope scope;
    private final Supplier<List<MetricLine>> past;
    private @Nullable List<MetricLine> known;
    private final Map<String, MetricHistory> histories = new HashMap<>();
    private final List<MetricLine> observed = new ArrayList<>();

    /**
     * Prepares the rules of a run.
     *
     * @param now the time of the run
     * @param past reads what earlier runs observed, in their order; it is asked once, and only if a rule looks back
     */
    RunRules(Instant now, Scope scope, Supplier<List<MetricLine>> past) {
        this.now = now;
        this.scope = scope;
        this.past = past;
    }

    /** Returns what the rules of a source or an output may name: the views computed so far, and its own history. */
    RuleSetting setting(String table, Views views) {
        return RuleSetting.at(now)
                .on(scope.from())
                .withDatasets(views.schemas())
                .with(metric -> histories.computeIfAbsent(table, this::history).observations(metric));
    }

    private MetricHistory history(String table) {
        return MetricHistory.of(past(), table, scope.from().toString(), run -> true);
    }

    private List<MetricLine> past() {
        if (known == null) {
            known = past.get();
        }
        return known;
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
