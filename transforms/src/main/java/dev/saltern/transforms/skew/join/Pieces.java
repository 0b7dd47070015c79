/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.join;

import static org.apache.spark.sql.functions.broadcast;

import dev.saltern.transforms.Join;
import dev.saltern.transforms.skew.Slots;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;

/**
 * Joins two sides in other ways than Spark would. A right outer join comes here as a left outer join of the exchanged
 * sides. All results have the columns of the shape.
 *
 * @param type kind of the join, not {@code RIGHT}
 * @param keys the key columns, and the hot keys
 * @param left the left side
 * @param right the right side
 * @param shape columns of the plain join
 * @param slots what the join runs on
 */
record Pieces(Join.Type type, Keys keys, Dataset<Row> left, Dataset<Row> right, Shape shape, Slots slots) {

    /**
     * Both sides are shuffled once, by the keys and a salt. {@code SEMI} and {@code ANTI} look at the distinct keys of the
     * right side if it has hot ones: its rows are then combined before the shuffle.
     *
     * @param place whether the sides have to be shuffled by hand, for Spark might leave both where they are
     */
    Dataset<Row> salted(Choice choice, long nullRows, boolean distinctRight, boolean place) {
        boolean asksForKeys = type == Join.Type.SEMI || type == Join.Type.ANTI;
        Dataset<Row> partners = asksForKeys ? right.select(keys.columns()) : right;
        partners = distinctRight ? partners.distinct() : partners;
        List<DataType> keyTypes = keyTypes();
        SaltPlan plan = SaltPlan.place(choice, nullRows, keyTypes, slots.partitions());
        List<String> taken = Stream.of(left.columns(), right.columns())
                .flatMap(Arrays::stream)
                .toList();
        String salt = Names.unused("salt", taken);
        Salting salting = new Salting(keys, salt, taken);
        Dataset<Row> saltedLeft = salting.apply(left, choices(plan, SaltGrid::left), plan.nullSalts());
        Dataset<Row> saltedRight = salting.apply(partners, choices(plan, SaltGrid::right), List.of());
        List<String> on = new ArrayList<>(keys.on());
        on.add(salt);
        if (place) {
            saltedLeft = saltedLeft.repartition(slots.partitions(), new Keys(on, List.of()).columns());
        }
        return shape.of(new Join(type, on).apply(saltedLeft, saltedRight));
    }

    /** The left rows of hot keys, and those without a key, join a broadcast of the right side's hot rows. */
    Dataset<Row> broadcastRight() {
        boolean asksForKeys = type == Join.Type.SEMI || type == Join.Type.ANTI;
        Dataset<Row> partners = asksForKeys ? keys.present(right) : keys.hotRows(right);
        Dataset<Row> hot = join(type, keys.hotOrMissing(left), broadcast(partners));
        return join(type, keys.coldAndPresent(left), keys.coldRows(right)).unionByName(hot);
    }

    /** For {@code INNER}: the right rows of hot keys join a broadcast of the left side's hot rows. */
    Dataset<Row> broadcastLeft() {
        Dataset<Row> hot = join(type, broadcast(keys.hotRows(left)), keys.hotRows(right));
        return join(type, keys.coldRows(left), keys.coldRows(right)).unionByName(hot);
    }

    /**
     * Cold rows by the join itself; pairs of hot rows by an inner join; and of an outer join the kept hot rows whose key
     * the other side lacks, with those that have no key. For {@code INNER}, {@code LEFT} and {@code FULL}.
     */
    Dataset<Row> split(Choice choice, boolean place) {
        boolean keepsLeft = type != Join.Type.INNER;
        boolean keepsRight = type == Join.Type.FULL;
        Dataset<Row> coldLeft = keepsLeft ? keys.coldAndPresent(left) : keys.coldRows(left);
        Dataset<Row> coldRight = keepsRight ? keys.coldAndPresent(right) : keys.coldRows(right);
        Dataset<Row> all = join(type, coldLeft, coldRight);
        if (!keys.hot().isEmpty()) {
            all = all.unionByName(pairs(choice, place));
        }
        if (keepsLeft) {
            all = all.unionByName(unmatched(left, right));
        }
        return keepsRight ? all.unionByName(unmatched(right, left)) : all;
    }

    private Dataset<Row> pairs(Choice choice, boolean place) {
        Dataset<Row> hotLeft = keys.hotRows(left);
        Dataset<Row> hotRight = keys.hotRows(right);
        return switch (choice.broadcast()) {
            case LEFT -> join(Join.Type.INNER, broadcast(hotLeft), hotRight);
            case RIGHT -> join(Join.Type.INNER, hotLeft, broadcast(hotRight));
            case NEITHER ->
                new Pieces(Join.Type.INNER, keys, hotLeft, hotRight, shape, slots).salted(choice, 0, false, place);
        };
    }

    private Dataset<Row> unmatched(Dataset<Row> kept, Dataset<Row> other) {
        return shape.of(
                new Join(Join.Type.ANTI, keys.on()).apply(keys.hotOrMissing(kept), broadcast(keys.present(other))));
    }

    private Dataset<Row> join(Join.Type kind, Dataset<Row> one, Dataset<Row> other) {
        return shape.of(new Join(kind, keys.on()).apply(one, other));
    }

    private List<DataType> keyTypes() {
        return Arrays.stream(left.select(keys.columns()).schema().fields())
                .map(field -> field.dataType())
                .toList();
    }

    private static Map<Long, List<List<Integer>>> choices(SaltPlan plan, Function<SaltGrid, List<List<Integer>>> side) {
        return plan.grids().stream().collect(Collectors.toMap(SaltGrid::hash, side, (one, other) -> one));
    }
}
