/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.run;

import dev.saltern.jobs.publish.run.TableSpec;
import dev.saltern.quality.Action;
import dev.saltern.quality.RowMask;
import dev.saltern.quality.RuleBook;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Rows of an output that break a rule, in the columns of the quarantine table. */
final class QuarantinedOutput {
    private QuarantinedOutput() {}

    /**
     * Returns source, file (NULL), line (NULL), original (the row as JSON), rule_ids, reasons, and those partition columns of the
     * quarantine table that the row has.
     */
    static Dataset<Row> rows(
            String table, Dataset<Row> bad, RuleBook rules, Map<String, Dataset<Row>> datasets, TableSpec quarantine) {
        String[] columns = bad.columns();
        RuleBook quarantining = rules.only(Action.QUARANTINE);
        RowMask mask = quarantining.rowMask();
        Column row = functions.to_json(
                functions.struct(
                        Arrays.stream(columns).map(QuarantinedOutput::column).toArray(Column[]::new)),
                Map.of("ignoreNullFields", "false"));
        List<Column> all = new ArrayList<>(List.of(
                functions.lit(table).as("source"),
                functions.lit(null).cast("string").as("file"),
                functions.lit(null).cast("bigint").as("line"),
                row.as("original"),
                mask.ids(Action.QUARANTINE).as("rule_ids"),
                mask.reasons(Action.QUARANTINE).as("reasons")));
        Arrays.stream(columns)
                .filter(quarantine.partitionColumns()::contains)
                .map(QuarantinedOutput::column)
                .forEach(all::add);
        List<Column> masked = new ArrayList<>(
                Arrays.stream(columns).map(QuarantinedOutput::column).toList());
        masked.addAll(mask.columns());
        return quarantining
                .prepared(bad, datasets)
                .select(masked.toArray(Column[]::new))
                .select(all.toArray(Column[]::new));
    }

    private static Column column(String name) {
        return functions.col("`" + name.replace("`", "``") + "`");
    }
}
