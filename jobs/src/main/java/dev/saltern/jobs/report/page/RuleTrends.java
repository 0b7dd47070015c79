/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.report.page;

import dev.saltern.jobs.report.RunReport;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the rules of a run observed in the latest runs of its pipeline.
 *
 * @param runs the runs, the oldest first, the run itself last
 * @param rules one line for each rule of the run, in its order
 */
public record RuleTrends(List<Run> runs, List<Rule> rules) {
    /** Copies the lists. */
    public RuleTrends {
        runs = List.copyOf(runs);
        rules = List.copyOf(rules);
    }

    /** A run of the trend. */
    public record Run(String scope, String run) {}

    /**
     * The values of a rule.
     *
     * @param values one for each run: what it observed, or the share of bad rows where it observes no number; null where it did not judge
     */
    public record Rule(String on, String rule, List<@Nullable Double> values) {
        /** Copies the values, some of which may be null. */
        public Rule {
            values = Collections.unmodifiableList(new ArrayList<>(values));
        }
    }

    private record Key(String on, String rule, String action) {}

    /**
     * Puts the rules of the runs beside each other.
     *
     * @param latest the reports, the latest first; the first one is that of the run itself
     */
    public static RuleTrends of(List<RunReport> latest) {
        List<RunReport> runs = new ArrayList<>(latest);
        Collections.reverse(runs);
        runs.removeIf(run -> run.rules().isEmpty());
        if (runs.isEmpty() || latest.get(0).rules().isEmpty()) {
            return new RuleTrends(List.of(), List.of());
        }
        List<Map<Key, Double>> found = runs.stream().map(RuleTrends::values).toList();
        List<Rule> rules = latest.get(0).rules().stream()
                .map(rule -> {
                    List<@Nullable Double> values = new ArrayList<>();
                    found.forEach(each -> values.add(each.get(key(rule))));
                    return new Rule(rule.on(), rule.rule(), values);
                })
                .toList();
        return new RuleTrends(
                runs.stream().map(run -> new Run(run.scope(), run.run())).toList(), rules);
    }

    private static Map<Key, Double> values(RunReport run) {
        Map<Key, Double> values = new HashMap<>();
        for (RunReport.RuleLine rule : run.rules()) {
            Double observed = rule.observed();
            if (observed != null) {
                values.put(key(rule), observed);
            } else if (rule.totalRows() > 0) {
                values.put(key(rule), rule.badRows() / (double) rule.totalRows());
            }
        }
        return values;
    }

    private static Key key(RunReport.RuleLine rule) {
        return new Key(rule.on(), rule.rule(), rule.action());
    }
}
