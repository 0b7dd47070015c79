/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.ruletest;

import dev.saltern.quality.Action;
import dev.saltern.quality.FiledRule;
import dev.saltern.quality.RowMask;
import dev.saltern.quality.RuleBook;
import dev.saltern.quality.RuleResult;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/** A few rows held against rules by the means of a run: the row mask first, the other rules on the rows that are kept. */
final class HeldRows {
    private final SparkSession session;
    private final RuleBook rules;
    private final StructType schema;
    private final List<Row> rows;
    private final List<FoundFate> fates;

    HeldRows(SparkSession session, RuleBook rules, StructType schema, List<Row> rows) {
        this.session = session;
        this.rules = rules;
        this.schema = schema;
        this.rows = rows;
        this.fates = hold();
    }

    /** Returns what became of each row. */
    List<FoundFate> fates() {
        return fates;
    }

    private List<FoundFate> hold() {
        RowMask mask = rules.only(Action.QUARANTINE, Action.DROP).rowMask();
        if (mask.names().isEmpty()) {
            return rows.stream().map(row -> FoundFate.KEPT).toList();
        }
        List<Column> columns = new ArrayList<>(List.of(functions.col("*")));
        columns.addAll(mask.columns());
        return frame(rows)
                .select(columns.toArray(Column[]::new))
                .select(
                        mask.ids(Action.QUARANTINE),
                        mask.reasons(Action.QUARANTINE),
                        mask.ids(Action.DROP),
                        mask.reasons(Action.DROP))
                .collectAsList()
                .stream()
                .map(HeldRows::fate)
                .toList();
    }

    private static FoundFate fate(Row row) {
        if (!row.getList(0).isEmpty()) {
            return new FoundFate(Action.QUARANTINE, row.getList(0), row.getList(1));
        }
        return row.getList(2).isEmpty() ? FoundFate.KEPT : new FoundFate(Action.DROP, row.getList(2), row.getList(3));
    }

    /** Returns the result of each rule. */
    List<RuleResult> results() {
        List<RuleResult> results = new ArrayList<>();
        for (FiledRule rule : rules.only(Action.QUARANTINE, Action.DROP).rules()) {
            long bad = fates.stream()
                    .filter(fate ->
                            fate.action() == rule.action() && fate.rules().contains(rule.id()))
                    .count();
            results.add(rules.resultOf(rule, bad, rows.size(), List.of()));
        }
        List<Row> kept = IntStream.range(0, rows.size())
                .filter(i -> !fates.get(i).action().removesRows())
                .mapToObj(rows::get)
                .toList();
        results.addAll(rules.evaluate(frame(kept)));
        return results;
    }

    private Dataset<Row> frame(List<Row> some) {
        return session.createDataFrame(some, schema);
    }
}
