/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage;

import static org.apache.spark.sql.functions.add_months;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.trunc;
import static org.apache.spark.sql.functions.when;

import dev.saltern.conf.Grain;
import dev.saltern.conf.Partitioning;
import dev.saltern.conf.Scope;
import dev.saltern.conf.Source;
import dev.saltern.jobs.stage.read.RawColumns;
import org.apache.spark.sql.Column;

/**
 * The one period in whose run a raw row is judged, where rows may come late: its own, if that is the period of its file or at most the
 * lookback earlier; else that of its file. So every row has one home, whichever runs read its file, and in whatever order.
 */
final class HomePeriod {
    private static final int MONTHS_PER_YEAR = 12;

    private final Partitioning partitioning;
    private final Column own;

    private HomePeriod(Partitioning partitioning, Column own) {
        this.partitioning = partitioning;
        this.own = own;
    }

    /** Returns whether rows of the source can come late: their path names one period and they another, within a lookback. */
    static boolean applies(Source source, Partitioning partitioning) {
        return partitioning.lookback() > 0
                && source.partition() != null
                && SourcePath.namesPeriod(source, partitioning.grain());
    }

    /**
     * Returns the homes of rows.
     *
     * @param day the row's own day: DATE, NULL where it has none
     */
    static HomePeriod of(Partitioning partitioning, Column day) {
        Column own = switch (partitioning.grain()) {
            case DAY, NONE -> day;
            case MONTH -> trunc(day, "month");
            case YEAR -> trunc(day, "year");
        };
        return new HomePeriod(partitioning, own);
    }

    /** Returns DATE: the first day of the home. */
    Column home() {
        return when(isWithin(), own).otherwise(file());
    }

    /** Returns DATE: the home of a row that is late, NULL on the others. */
    Column late() {
        return when(isWithin().and(own.lt(file())), own);
    }

    /** Returns BOOLEAN, NULL without a day: the row is later than the lookback allows. */
    Column isTooLate() {
        return own.lt(earliest());
    }

    /** Returns BOOLEAN, NULL without a day: the row's day comes after that of its file. */
    Column isEarly() {
        return own.gt(file());
    }

    /** Returns BOOLEAN: another run judges the row. */
    Column isElsewhere(Scope scope) {
        return home().lt(lit(scope.from())).or(home().gt(lit(scope.to())));
    }

    /** Returns why a row that is too late or early has no home of its own. */
    Column reason(String column, Column day) {
        String limit = partitioning.lookback() + " " + unit() + (partitioning.lookback() == 1 ? "" : "s");
        return when(isTooLate(), dated(column, day, " (must be at most " + limit + " before that of its file, "))
                .otherwise(dated(column, day, " (must not be after that of its file, "));
    }

    private static Column dated(String column, Column day, String range) {
        return concat(lit(column + " is "), day.cast("string"), lit(range), file().cast("string"), lit(")"));
    }

    private Column isWithin() {
        Column within = own.geq(earliest()).and(own.leq(file()));
        return col(RawColumns.CORRUPT).isNull().and(coalesce(within, lit(false)));
    }

    private Column earliest() {
        int periods = partitioning.lookback();
        return switch (partitioning.grain()) {
            case DAY, NONE -> date_sub(file(), periods);
            case MONTH -> add_months(file(), -periods);
            case YEAR -> add_months(file(), -periods * MONTHS_PER_YEAR);
        };
    }

    private static Column file() {
        return col(RawColumns.PERIOD);
    }

    private String unit() {
        Grain grain = partitioning.grain();
        return grain == Grain.MONTH ? "month" : grain == Grain.YEAR ? "year" : "day";
    }
}
