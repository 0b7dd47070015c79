/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark;

import dev.saltern.jobs.write.CheckedWrite;
import dev.saltern.jobs.write.TableLayout;
import dev.saltern.jobs.write.WritePlan;
import dev.saltern.jobs.write.Written;
import dev.saltern.quality.Action;
import dev.saltern.quality.Evidence;
import dev.saltern.quality.FiledRule;
import dev.saltern.quality.Outcome;
import dev.saltern.quality.RowMask;
import dev.saltern.quality.RuleBook;
import dev.saltern.quality.RuleResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** The ways to write the same rows and hold them against the same rules; each takes a fresh folder. */
final class Contestants {
    /** The write that all others are compared with. */
    static final String ALONE = "the write alone";

    /** What the goals are about. */
    static final String CLEAN = "Saltern: footers first (the planner's)";

    static final String DIRTY = "Saltern: split while writing, quarantine with reasons";
    static final String FIRST = "Saltern: write first, then split and quarantine";
    static final String MASK = "Saltern: row mask while writing";
    static final String PASS = "Saltern: one pass, no footers";
    static final String DEEQU = "Deequ";

    private final Dataset<Row> rows;
    private final boolean dirty;
    private final Map<String, Consumer<String>> all = new LinkedHashMap<>();

    Contestants(Dataset<Row> rows, boolean dirty) {
        this.rows = rows;
        this.dirty = dirty;
        all.put(ALONE, this::alone);
        all.put(dirty ? DIRTY : CLEAN, path -> saltern(path, dirty ? WritePlan.SPLIT : WritePlan.WRITE_FIRST, false));
        all.put(dirty ? FIRST : MASK, path -> saltern(path, dirty ? WritePlan.WRITE_FIRST : WritePlan.SPLIT, false));
        all.put(PASS, this::pass);
        all.put(
                "Saltern: planner's, and exact uniqueness",
                path -> saltern(path, dirty ? WritePlan.SPLIT : WritePlan.WRITE_FIRST, true));
        all.put("hand-written SQL aggregate", this::sql);
        all.put(DEEQU, path -> deequ(path, false));
        all.put("Deequ, and exact uniqueness", path -> deequ(path, true));
    }

    Map<String, Consumer<String>> all() {
        return all;
    }

    private Dataset<Row> alone(String path) {
        write(List.of(), WritePlan.WRITE_FIRST).write(rows, path);
        return rows.sparkSession().read().schema(rows.schema()).parquet(path);
    }

    private CheckedWrite write(List<FiledRule> rules, WritePlan plan) {
        RuleBook book = RuleBook.compile(rules, rows.schema());
        return new CheckedWrite(book, rows.schema(), TableLayout.of(List.of()), plan, Evidence.NONE);
    }

    private void saltern(String path, WritePlan plan, boolean unique) {
        List<FiledRule> rules = Readings.rules(Action.QUARANTINE, unique);
        Written written = write(rules, plan).write(rows, path);
        require(written.results());
        written.quarantined().ifPresent(bad -> quarantine(bad, rules, path));
    }

    private void quarantine(Dataset<Row> bad, List<FiledRule> rules, String path) {
        RowMask mask =
                RuleBook.compile(rules, rows.schema()).only(Action.QUARANTINE).rowMask();
        List<Column> columns = new ArrayList<>(List.of(functions.col("*")));
        columns.addAll(mask.columns());
        bad.select(columns.toArray(Column[]::new))
                .select(
                        functions.to_json(functions.struct("*")).as("original"),
                        mask.ids(Action.QUARANTINE).as("rule_ids"),
                        mask.reasons(Action.QUARANTINE).as("reasons"))
                .write()
                .parquet(path + "-quarantine");
    }

    private void pass(String path) {
        Dataset<Row> hidden = alone(path).filter(functions.lit(true));
        require(RuleBook.compile(Readings.rules(Action.WARN, false), rows.schema())
                .evaluate(hidden));
    }

    private void require(List<RuleResult> results) {
        boolean passed = results.stream().allMatch(result -> result.outcome() == Outcome.PASSED);
        if (passed == dirty) {
            throw new IllegalStateException("Cannot go on: the rules came out wrong: " + results);
        }
    }

    private void sql(String path) {
        alone(path).createOrReplaceTempView("written");
        Row counts = rows.sparkSession().sql("""
                SELECT count(*), sum(int(id IS NULL)), sum(int(sensor IS NULL)),
                       sum(int(NOT (temperature > -60 AND temperature < 60))),
                       sum(int(NOT (humidity > -1 AND humidity < 101))),
                       sum(int(status NOT IN ('ok', 'warn', 'off'))), sum(int(NOT site RLIKE '^[A-Z]{3}-[0-9]{2}$')),
                       sum(int(NOT (length(firmware) > 3 AND length(firmware) < 9))),
                       sum(int(NOT read_at > '2020-01-01')), avg(int(battery IS NOT NULL)), avg(temperature),
                       stddev_pop(humidity)
                FROM written""").head();
        if ((counts.getLong(3) > 0) != dirty) {
            throw new IllegalStateException("Cannot go on: SQL counted " + counts);
        }
    }

    private void deequ(String path, boolean unique) {
        String verdict = DeequChecks.verify(alone(path), unique);
        if (verdict.equals("Success") == dirty) {
            throw new IllegalStateException("Cannot go on: Deequ says " + verdict);
        }
    }
}
