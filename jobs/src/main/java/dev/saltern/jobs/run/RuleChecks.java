/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.run;

import dev.saltern.jobs.stage.RowChecks;
import dev.saltern.quality.RowMask;
import dev.saltern.quality.RuleBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** The quarantine and drop rules of a source, as staging asks for them: one mask, computed once per row. */
public record RuleChecks(RuleBook rules, RowMask mask, Map<String, Dataset<Row>> datasets) implements RowChecks {
    /**
     * Returns those rules of the book that are filed under quarantine and drop, or none.
     *
     * @param datasets the other tables that rules name
     */
    public static RowChecks of(RuleBook rules, Map<String, Dataset<Row>> datasets) {
        RuleBook removing = rules.only(dev.saltern.quality.Action.QUARANTINE, dev.saltern.quality.Action.DROP);
        return removing.rules().isEmpty() ? RowChecks.none() : new RuleChecks(removing, removing.rowMask(), datasets);
    }

    @Override
    public Dataset<Row> prepared(Dataset<Row> frame) {
        List<Column> columns = new ArrayList<>(List.of(functions.col("*")));
        columns.addAll(mask.columns());
        return rules.prepared(frame, datasets).select(columns.toArray(Column[]::new));
    }

    @Override
    public Column isBroken(Action action) {
        return mask.isBroken(quality(action));
    }

    @Override
    public Column ids(Action action) {
        return mask.ids(quality(action));
    }

    @Override
    public Column reasons(Action action) {
        return mask.reasons(quality(action));
    }

    private static dev.saltern.quality.Action quality(Action action) {
        return switch (action) {
            case QUARANTINE -> dev.saltern.quality.Action.QUARANTINE;
            case DROP -> dev.saltern.quality.Action.DROP;
        };
    }
}
