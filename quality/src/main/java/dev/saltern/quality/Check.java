/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import dev.saltern.quality.footer.ParquetTable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.jspecify.annotations.Nullable;

/** A rule compiled against a schema: what has to be found out, and what it then means. */
sealed interface Check {

    Claim claim();

    /** Returns the check with another claim, to be found out in the same way. */
    Check with(Claim other);

    /** Returns the checks that this one is made of, or itself. */
    default Stream<Check> leaves() {
        return Stream.of(this);
    }

    /** A rule that one pass over the rows judges, by numbers that add up over files. */
    sealed interface Scanned extends Check {}

    /** A rule that comes down to a number of rows. */
    sealed interface Counted extends Scanned {
        /** Boolean, never null: whether a row inside {@code where} breaks the rule. */
        Column broken();

        /** What has to be known of a column to know that no value of it breaks the rule. */
        Witness witness();
    }

    /** What settles a question about a single column for all rows at once. */
    enum Witness {
        /** Whether values are missing: no value that is present breaks the rule. */
        NULLS,
        /** The least and the greatest value: what lies between two values that pass, passes. */
        ENDS,
        /** Every value on its own. */
        VALUES,
        /** Nothing but the rows. */
        ROWS
    }

    /**
     * A claim about each row.
     *
     * @param reason string, never null on a row that breaks the rule
     */
    record OnRow(Claim claim, Column broken, Column reason, Witness witness) implements Counted {
        @Override
        public OnRow with(Claim other) {
            return new OnRow(other, broken, reason, witness);
        }
    }

    /** A claim about how many rows there are of a kind, which no single row breaks by itself. */
    record OnCount(Claim claim, Column broken, Witness witness) implements Counted {
        @Override
        public OnCount with(Claim other) {
            return new OnCount(other, broken, witness);
        }
    }

    /**
     * A claim about a number computed from all rows.
     *
     * @param aggregates aggregates without DISTINCT and FILTER, deterministic, over rows inside {@code where}
     * @param metric makes the number
     */
    record OnAggregate(Claim claim, List<Column> aggregates, Metric metric) implements Scanned {
        public OnAggregate {
            aggregates = List.copyOf(aggregates);
        }

        @Override
        public OnAggregate with(Claim other) {
            return new OnAggregate(other, aggregates, metric);
        }
    }

    /** The number that a rule is about. */
    interface Metric {
        /** Returns the number from the values of the aggregates. */
        Tally of(List<@Nullable Object> values, long judged);

        /** Returns the number from the footers, or nothing where they do not prove it. */
        default Optional<Tally> of(ParquetTable files) {
            return Optional.empty();
        }

        /** Returns what the footers must say to prove the number, as a phrase, or nothing where they never do. */
        default Optional<String> statistic() {
            return Optional.empty();
        }
    }

    /** A claim about rows with equal keys, which are the columns of the rule. */
    record OnGroup(Claim claim, List<String> keys, GroupMetric metric) implements Check {
        public OnGroup {
            keys = List.copyOf(keys);
        }

        @Override
        public OnGroup with(Claim other) {
            return new OnGroup(other, keys, metric);
        }
    }

    /** A claim that was settled when it was compiled: it is about names and types. */
    record OnSchema(Claim claim, Tally tally) implements Check {
        @Override
        public OnSchema with(Claim other) {
            return new OnSchema(other, tally);
        }
    }

    /** A claim that is settled by more than the rows of the table. */
    record OnData(Claim claim, ProvenBy provenBy, Measurement measurement) implements Check {
        @Override
        public OnData with(Claim other) {
            return new OnData(other, provenBy, measurement);
        }
    }

    /** A claim that joins others, each judged on its own. */
    record OnParts(Claim claim, boolean all, List<Check> parts) implements Check {
        public OnParts {
            parts = List.copyOf(parts);
        }

        @Override
        public Stream<Check> leaves() {
            return parts.stream().flatMap(Check::leaves);
        }

        @Override
        public OnParts with(Claim other) {
            return new OnParts(other, all, parts);
        }
    }
}
