/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import dev.saltern.quality.dqdl.Rule;
import java.util.List;
import org.apache.spark.sql.Column;

/**
 * What every compiled rule has.
 *
 * @param metric Glue's name of the observed number
 * @param required what the rule asks for
 * @param applies boolean, never null: whether a row is inside {@code where}
 */
record Claim(FiledRule filed, String metric, String required, Column applies, Verdict verdict) {

    boolean filtered() {
        return filed.statement() instanceof Rule rule && rule.where() != null;
    }

    /** Returns the name under which the history keeps the observed number. */
    String historyName() {
        return filtered() ? filed.id() : metric;
    }

    List<String> columns() {
        return filed.columns();
    }

    RuleResult result(Tally tally, long totalRows, List<String> examples, ProvenBy by) {
        Verdict.Judgement judgement = verdict.judge(tally);
        return new RuleResult(
                filed.id(),
                filed.action(),
                judgement.passed() ? Outcome.PASSED : Outcome.FAILED,
                columns().isEmpty() ? "*" : String.join(", ", columns()),
                metric,
                judgement.observed(),
                required,
                tally.bad(),
                totalRows,
                examples,
                by);
    }
}
