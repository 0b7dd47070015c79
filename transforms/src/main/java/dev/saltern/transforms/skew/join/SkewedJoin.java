/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.join;

import dev.saltern.transforms.Join;
import dev.saltern.transforms.skew.KeySpread;
import dev.saltern.transforms.skew.SkewMode;
import dev.saltern.transforms.skew.SkewReceipt;
import dev.saltern.transforms.skew.Slots;
import dev.saltern.transforms.skew.Treated;
import dev.saltern.transforms.skew.Treatment;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * Joins two tables some of whose keys have far more rows than others, with the answer of the plain join.
 *
 * <p>What is done follows from what was measured, and the receipt tells it: nothing; adaptive execution, fitted to the
 * numbers; a broadcast of the hot rows' partners; salts, that is pieces of a key in partitions of their own; or hot and
 * cold rows joined apart. A treatment that would change the answer is declined, with its reason, and the next one is
 * looked at; in the end there is the plain join.
 *
 * @param join the plain join
 * @param mode who decides
 * @param groupedNext whether rows are grouped by the key right after, so that adaptive execution has to be told to split
 *     in spite of the further shuffle that it costs
 */
public record SkewedJoin(Join join, SkewMode mode, boolean groupedNext) {

    /** Returns a treatment of the join; nothing is grouped by its key right after. */
    public static SkewedJoin of(Join join, SkewMode mode) {
        return new SkewedJoin(join, mode, false);
    }

    /** Returns the same treatment for a join after which rows are grouped by the key. */
    public SkewedJoin beforeGrouping() {
        return new SkewedJoin(join, mode, true);
    }

    /**
     * Describes the joined table. Runs one small job for each side of which the rows of the other's hot keys are not
     * known, and only if the treatment depends on them.
     *
     * <p>Columns, their order, names and nullability, and the rows with their number: those of {@link Join#apply}.
     * Shuffles: each side once, and a {@code repartition} of a side right before is left out, unless nothing is done; if hot and cold rows are joined apart, the sides are read two to four times and their
     * hot rows are not shuffled unless they are salted. Order is lost. Deterministic, but for the order of the rows: the
     * salt of a row follows from its columns, maps left out, so equal rows have one salt, and a task that is tried again
     * gives the salts that it gave before. Sides that may change when they are computed again, for a random expression,
     * a limit, or an aggregate that follows the order of its rows, are never salted. NULL keys match nothing, and
     * are spread like a hot key where they are kept. NaN matches NaN and -0.0 matches 0.0.
     *
     * @param left one side
     * @param right the other side
     * @return the rows, the settings to run them under, and what was done and why
     * @throws dev.saltern.transforms.InvalidTransformException when the join refuses the columns, or a spread was
     *     measured over other keys
     */
    public Treated apply(Side left, Side right) {
        left.requireKeys(join.on(), "left");
        right.requireKeys(join.on(), "right");
        Dataset<Row> plain = join.apply(left.rows(), right.rows());
        Slots slots = Slots.of(plain.sparkSession());
        boolean mirrored = join.type() == Join.Type.RIGHT;
        Dataset<Row> free = join.apply(left.free().rows(), right.free().rows());
        Side first = (mirrored ? right : left).free();
        Side second = (mirrored ? left : right).free();
        PlainPlan plan = PlainPlan.of(free);
        Situation situation = new Survey(join, mirrored, groupedNext).situation(first, second, slots, plan);
        Measured measured =
                new Measured(first, second, join.on(), slots, mode instanceof SkewMode.Force, situation.asksForKeys());
        Once<HotPairs> pairs = new Once<>(measured);
        Choice choice = new Ladder(situation, mode, pairs).choose();
        Dataset<Row> untreated = choice.treatment() == Treatment.NONE ? plain : free;
        Dataset<Row> rows =
                new Carrying(situation, first, second, join.on(), plan.bothStay()).out(choice, untreated, pairs);
        return new Treated(rows, choice.settings(), receipt(choice, left.spread(), right.spread()));
    }

    private static SkewReceipt receipt(Choice choice, @Nullable KeySpread left, @Nullable KeySpread right) {
        List<KeySpread> spreads =
                Stream.of(left, right).flatMap(Stream::ofNullable).toList();
        return new SkewReceipt(choice.treatment(), choice.reason(), choice.declined(), spreads, choice.rowsAdded());
    }
}
