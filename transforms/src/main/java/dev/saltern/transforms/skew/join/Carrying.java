/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.join;

import java.util.List;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Carries out what was chosen.
 *
 * @param situation the numbers
 * @param first the left side, or the right side of a right outer join
 * @param second the other side
 * @param on names of the key columns
 * @param bothStay whether Spark would leave both sides where an earlier step has put them
 */
record Carrying(Situation situation, Side first, Side second, List<String> on, boolean bothStay) {

    Dataset<Row> out(Choice choice, Dataset<Row> plain, Supplier<HotPairs> pairs) {
        return switch (choice.treatment()) {
            case NONE, ADAPTIVE, TWO_STAGE, CHUNK -> plain;
            case BROADCAST, SALT, SPLIT -> treated(choice, new Shape(plain.schema()), pairs.get());
        };
    }

    private Dataset<Row> treated(Choice choice, Shape shape, HotPairs pairs) {
        Pieces pieces = new Pieces(
                situation.type(), Keys.of(on, pairs.keys()), first.rows(), second.rows(), shape, situation.slots());
        boolean distinctRight = situation.asksForKeys() && pairs.hasHotRight();
        return shape.conform(
                switch (choice.treatment()) {
                    case BROADCAST ->
                        choice.broadcast() == Choice.Reach.LEFT ? pieces.broadcastLeft() : pieces.broadcastRight();
                    case SALT -> pieces.salted(choice, situation.left().nullRows(), distinctRight, bothStay);
                    case SPLIT -> pieces.split(choice, bothStay);
                    case NONE, ADAPTIVE, TWO_STAGE, CHUNK ->
                        throw new IllegalArgumentException("Cannot carry out " + choice.treatment());
                });
    }
}
