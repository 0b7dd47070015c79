/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import dev.saltern.quality.footer.ColumnFacts;
import dev.saltern.quality.footer.ParquetTable;
import dev.saltern.quality.footer.Range;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Judges rules by the footers and the dictionaries of the files that hold the rows.
 *
 * <p>A rule about one column is put, as it was compiled, to values that stand for all of the column: its least and greatest,
 * or all that there can be. When all of them pass, only NULLs are left to break it, and those the footers count. Otherwise
 * nothing is proven: that a range holds a value which breaks the rule does not say that a row does.
 */
final class FooterLane {
    private final SparkSession session;
    private final StructType schema;
    private final ParquetTable files;

    FooterLane(SparkSession session, StructType schema, ParquetTable files) {
        this.session = session;
        this.schema = schema;
        this.files = files;
    }

    Optional<Judged> prove(Check.Scanned check) {
        if (check.claim().filtered()) {
            return Optional.empty();
        }
        if (check instanceof Check.OnAggregate aggregate) {
            return aggregate.metric().of(files).map(tally -> new Judged(tally, ProvenBy.FOOTERS));
        }
        Check.Counted counted = (Check.Counted) check;
        if (counted.witness() == Check.Witness.ROWS) {
            return Optional.empty();
        }
        List<String> names = ColumnNames.of(counted.broken());
        if (names.isEmpty()) {
            boolean broken = new Probe(session, schema, counted.broken()).holds(new Object[schema.length()]);
            long rows = files.rows();
            return Optional.of(new Judged(Tally.rows(broken ? rows : 0, rows), ProvenBy.FOOTERS));
        }
        return names.size() == 1 && List.of(schema.fieldNames()).contains(names.get(0))
                ? proveColumn(counted, schema.apply(names.get(0)))
                : Optional.empty();
    }

    private Optional<Judged> proveColumn(Check.Counted check, StructField field) {
        ColumnFacts facts = files.column(field.name());
        if (facts.nulls().isEmpty()) {
            return Optional.empty();
        }
        StructType column = new StructType().add(field.name(), field.dataType(), true);
        Probe broken = new Probe(session, column, check.broken());
        long bad = broken.holds((Object) null) ? facts.nulls().getAsLong() : 0;
        Tally tally = Tally.rows(bad, facts.rows());
        if (facts.hasNoValue() || check.witness() == Check.Witness.NULLS || passes(broken, byRange(check, facts))) {
            return Optional.of(new Judged(tally, ProvenBy.FOOTERS));
        }
        return passes(broken, files.values(field.name()))
                ? Optional.of(new Judged(tally, ProvenBy.DICTIONARIES))
                : Optional.empty();
    }

    /** Returns values that stand for all values between the least and the greatest, if the footers name those. */
    private static Optional<List<Object>> byRange(Check.Counted check, ColumnFacts facts) {
        Optional<Range> range = facts.range();
        if (range.isEmpty()) {
            return Optional.empty();
        }
        if (check.witness() == Check.Witness.ENDS) {
            return Optional.of(List.of(range.get().min(), range.get().max()));
        }
        List<Object> all = range.get().values();
        return all.isEmpty() ? Optional.empty() : Optional.of(all);
    }

    private static boolean passes(Probe broken, Optional<List<Object>> values) {
        return values.isPresent() && values.get().stream().noneMatch(broken::holds);
    }
}
