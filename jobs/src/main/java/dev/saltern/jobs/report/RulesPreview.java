/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.report;

import dev.saltern.quality.ProvenBy;
import dev.saltern.quality.RuleExplanation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the rules of a pipeline will most likely be settled.
 *
 * @param pipeline the pipeline's name
 * @param tables the sources, then the outputs, in the order of the file
 * @param notes what cannot be known before reading
 */
public record RulesPreview(String pipeline, List<Table> tables, List<String> notes) {
    public RulesPreview {
        tables = List.copyOf(tables);
        notes = List.copyOf(notes);
    }

    /**
     * A source or an output.
     *
     * @param kind source or output
     * @param how in which order its rows are written and judged, and why; empty where there is no choice
     * @param jobs how many Spark jobs all its rules cost beyond the write
     */
    public record Table(String kind, String name, String how, List<Rule> rules, int jobs) {
        public Table {
            rules = List.copyOf(rules);
        }

        /** Returns the table with its rules in the words of a report. */
        public static Table of(String kind, String name, String how, List<RuleExplanation> rules) {
            List<Rule> told = rules.stream().map(Rule::of).toList();
            return new Table(kind, name, how, told, RuleExplanation.jobs(rules));
        }
    }

    /**
     * A rule.
     *
     * @param lane what rules of its type read
     * @param settledBy where the answer will come from where the data holds what the rule claims
     * @param otherwise where it comes from where that proves nothing; null where it always does
     * @param why one phrase
     * @param work the Spark job that it takes; empty for none
     * @param jobs number of jobs that it takes
     * @param sharing number of rules that share the job, this one included
     * @param parts the rules that it is made of; empty for a single rule
     */
    public record Rule(
            String rule,
            String action,
            String lane,
            String settledBy,
            @Nullable String otherwise,
            String why,
            String work,
            int jobs,
            int sharing,
            List<Rule> parts) {
        public Rule {
            parts = List.copyOf(parts);
        }

        static Rule of(RuleExplanation told) {
            ProvenBy otherwise = told.otherwise();
            return new Rule(
                    told.rule(),
                    told.action().key(),
                    told.lane(),
                    told.expected().label(),
                    otherwise == null ? null : otherwise.label(),
                    told.why(),
                    told.work(),
                    told.jobs(),
                    told.sharing(),
                    told.parts().stream().map(Rule::of).toList());
        }
    }
}
