/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.conf.Scope;
import dev.saltern.conf.Source;
import dev.saltern.conf.Text;
import dev.saltern.jobs.stage.RowChecks.Action;
import dev.saltern.jobs.stage.read.RawColumns;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Gives every raw row its verdict, and everything but the data of kept rows and the evidence against the others is made NULL. */
final class StagedRows {
    /** ARRAY of STRING: the ids of the rules that a row breaks; NULL on kept rows. */
    static final String IDS = "_ids";
    /** ARRAY of STRING: a reason for each id. */
    static final String REASONS = "_reasons";
    /** DATE: a day of the run to file a row under that is set aside; NULL on kept rows. */
    static final String DAY = "_day";

    /** DATE: the first day of the earlier period that a late row belongs to; NULL on the others. */
    static final String LATE = "_late";

    /** The id of the rule that a row must belong to a period of the run. */
    private static final String PARTITION_RULE = "partition";

    /** The id of the rule that a row must not come later than the lookback allows. */
    private static final String LATE_RULE = "late";

    private static final String CORRUPT_RULE = "corrupt";
    private static final String UNREADABLE_RULE = "unreadable";

    private final StageRequest request;
    private final StructType schema;
    private final boolean computed;
    private final boolean quarantineOutside;
    private final @Nullable HomePeriod homes;
    private final Column noDay;
    private final Column outside;
    private final Column elsewhere;

    StagedRows(StageRequest request, StructType schema) {
        this.request = request;
        this.schema = schema;
        Source source = request.source();
        boolean partitioned = StagedSchema.isPartitioned(source, request.partitioning());
        computed = partitioned && source.partition() != null;
        boolean dated = SourcePath.namesPeriod(source, request.partitioning().grain());
        quarantineOutside = source.outside() == null ? dated : source.outside() == Source.Outside.QUARANTINE;
        Scope scope = request.scope();
        noDay = computed ? col(DAY).isNull() : lit(false);
        homes = HomePeriod.applies(source, request.partitioning())
                ? HomePeriod.of(request.partitioning(), col(DAY))
                : null;
        elsewhere = homes == null ? lit(false) : homes.isElsewhere(scope);
        // A period of the path is claimed by the run that listed it.
        outside = homes != null
                ? coalesce(homes.isTooLate().or(homes.isEarly()), lit(false))
                : computed ? col(DAY).lt(lit(scope.from())).or(col(DAY).gt(lit(scope.to()))) : lit(false);
    }

    /** Returns the columns of the staged schema, of the evidence, and the verdict; one row per raw row; no shuffle. */
    Dataset<Row> of(RawFrame frame) {
        Dataset<Row> checked = request.checks().prepared(withPartition(frame.rows()));
        Dataset<Row> judged = checked.withColumn(Verdict.COLUMN, verdict());
        Column kept = Verdict.isKept();
        List<Column> columns = new ArrayList<>();
        for (StructField field : schema.fields()) {
            columns.add(when(kept, Columns.named(field.name())).as(field.name()));
        }
        Column bad = kept.or(Verdict.ELSEWHERE.isOf()).unary_$bang();
        columns.add(when(bad.or(late().isNotNull()), col(RawColumns.FILE)).as(RawColumns.FILE));
        columns.add(when(bad, col(RawColumns.LINE)).as(RawColumns.LINE));
        columns.add(when(bad, frame.original()).as(RawColumns.ORIGINAL));
        columns.add(evidence("id", lit(CORRUPT_RULE), lit(UNREADABLE_RULE), outsideRule())
                .as(IDS));
        columns.add(evidence("reason", col(RawColumns.CORRUPT), col(RawColumns.UNREADABLE), outsideReason())
                .as(REASONS));
        columns.add(when(bad, filedUnder()).as(DAY));
        columns.add(late().as(LATE));
        columns.add(col(Verdict.COLUMN));
        return judged.select(columns.toArray(Column[]::new));
    }

    private Dataset<Row> withPartition(Dataset<Row> raw) {
        Dataset<Row> rows = raw.withColumn(DAY, computed ? partitionValue(raw) : col(RawColumns.PERIOD));
        if (!StagedSchema.isPartitioned(request.source(), request.partitioning())) {
            return rows;
        }
        List<String> names = request.partitioning().columns();
        List<Column> values = Columns.partition(request.partitioning(), col(DAY));
        for (int i = 0; i < names.size(); i++) {
            rows = rows.withColumn(names.get(i), values.get(i));
        }
        return rows;
    }

    private Column partitionValue(Dataset<Row> raw) {
        Text partition = request.source().partition();
        String text = partition == null ? "NULL" : partition.text();
        try {
            Column value = expr("try_cast((" + text + "\n) AS DATE)");
            raw.select(value);
            return value;
        } catch (Exception e) { // AnalysisException is checked, but Spark's methods do not declare it
            if (e instanceof AnalysisException analysis) {
                throw new SalternException(
                        ExitCode.INVALID_CONFIGURATION,
                        "Invalid partition of the source " + request.name() + ": " + text
                                + " (must be a SQL expression that gives a date: "
                                + analysis.getSimpleMessage() + ")",
                        e);
            }
            throw e;
        }
    }

    private Column verdict() {
        RowChecks checks = request.checks();
        Column quarantined = col(RawColumns.PROBLEMS).isNotNull().or(noDay).or(checks.isBroken(Action.QUARANTINE));
        if (quarantineOutside) {
            quarantined = quarantined.or(outside);
        }
        return when(col(RawColumns.UNREADABLE).isNotNull(), Verdict.UNREADABLE.label())
                .when(col(RawColumns.DRIFT).isNotNull(), Verdict.DRIFT.label())
                .when(elsewhere, Verdict.ELSEWHERE.label())
                .when(col(RawColumns.CORRUPT).isNotNull(), Verdict.CORRUPT.label())
                .when(quarantined, Verdict.QUARANTINED.label())
                .when(checks.isBroken(Action.DROP), Verdict.DROPPED.label())
                .when(outside, Verdict.OUTSIDE.label())
                .when(late().isNotNull(), Verdict.LATE.label());
    }

    private Column evidence(String field, Column corrupt, Column unreadable, Column outsideRow) {
        boolean ids = field.equals("id");
        RowChecks checks = request.checks();
        Column none = array().cast("array<string>");
        Column problems = col(RawColumns.PROBLEMS + "." + field);
        Column noDayText = ids ? lit(PARTITION_RULE) : lit(partitionName() + " is NULL");
        Column period = when(noDay, array(noDayText));
        period = quarantineOutside ? period.when(outside, array(outsideRow)) : period;
        Column broken = ids ? checks.ids(Action.QUARANTINE) : checks.reasons(Action.QUARANTINE);
        return when(Verdict.UNREADABLE.isOf(), array(unreadable))
                .when(Verdict.DRIFT.isOf(), problems)
                .when(Verdict.CORRUPT.isOf(), array(corrupt))
                .when(Verdict.QUARANTINED.isOf(), concat(coalesce(problems, none), coalesce(period, none), broken))
                .when(Verdict.DROPPED.isOf(), ids ? checks.ids(Action.DROP) : checks.reasons(Action.DROP))
                .when(Verdict.OUTSIDE.isOf(), array(outsideRow));
    }

    private Column outsideRule() {
        return homes == null
                ? lit(PARTITION_RULE)
                : when(homes.isTooLate(), LATE_RULE).otherwise(PARTITION_RULE);
    }

    private Column outsideReason() {
        if (homes != null) {
            return homes.reason(partitionName(), col(DAY));
        }
        return concat(
                lit(partitionName() + " is "),
                coalesce(col(DAY).cast("string"), lit("NULL")),
                lit(" (must be in " + request.scope() + ")"));
    }

    private Column filedUnder() {
        if (homes != null) {
            return homes.home();
        }
        Column own = computed ? when(outside.unary_$bang(), col(DAY)) : col(DAY);
        return coalesce(own, col(RawColumns.PERIOD), lit(request.scope().from()));
    }

    private String partitionName() {
        return String.join(", ", request.partitioning().columns());
    }

    private Column late() {
        return homes == null ? lit(null).cast("date") : homes.late();
    }
}
