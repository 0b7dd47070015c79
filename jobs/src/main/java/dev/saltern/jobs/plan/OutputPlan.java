/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.plan;

import dev.saltern.conf.Output;
import dev.saltern.jobs.publish.run.TableSpec;
import dev.saltern.quality.Composites;
import dev.saltern.quality.FiledRule;
import dev.saltern.quality.dqdl.Analyzer;
import java.util.List;

/**
 * An output with everything that its texts and its step's columns say.
 *
 * @param output what the pipeline file says
 * @param table the table that it becomes
 * @param rules the rules, by action
 * @param analyzers what is observed beside them
 */
public record OutputPlan(Output output, TableSpec table, List<FiledRule> rules, List<Analyzer> analyzers) {
    /** Returns how its joined rules are judged. */
    public Composites composites() {
        return RuleTexts.composites(output.rules());
    }
}
