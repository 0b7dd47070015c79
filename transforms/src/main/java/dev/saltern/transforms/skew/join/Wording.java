/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.join;

import dev.saltern.transforms.Join;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which sides of a join have too full a task, and how a receipt says so. */
record Wording(Situation situation) {

    boolean anyFull() {
        return sides().anyMatch(side -> situation.fullestRows(side) > 0);
    }

    /** Sides with a task that is worth a treatment. */
    List<Facts> fullest() {
        return sides().filter(side -> situation.fullestRows(side) >= Ladder.MIN_HOT_ROWS
                        && situation.factor(side) >= Ladder.MIN_FACTOR)
                .toList();
    }

    /** What was found on each side that has a hot key. */
    String found() {
        return sides().filter(side -> situation.fullestRows(side) > 0)
                .map(this::found)
                .collect(Collectors.joining("; "));
    }

    String small() {
        return String.format(
                Locale.ROOT,
                "%s; below %,d rows or %.0f even partitions a treatment costs more than it saves",
                found(),
                Ladder.MIN_HOT_ROWS,
                Ladder.MIN_FACTOR);
    }

    /** Why adaptive execution does not split the side. */
    Optional<String> adaptiveRefusal(Facts side) {
        String start = "adaptive: Spark does not split the " + side.name() + " side, for ";
        if (situation.type() == Join.Type.FULL) {
            return Optional.of(start + "the join is a full outer one");
        }
        if (side.equals(situation.right()) && situation.type() != Join.Type.INNER) {
            return Optional.of(start + "the join keeps the rows of the other side");
        }
        return Optional.ofNullable(side.refusal()).map(refusal -> start + refusal);
    }

    private Stream<Facts> sides() {
        return Stream.of(situation.left(), situation.right());
    }

    private String found(Facts side) {
        long rows = situation.fullestRows(side);
        String key = side.heaviestRows() == rows ? side.hot().get(0).text() : "NULL";
        return String.format(
                Locale.ROOT,
                "%s has %.1f %% of the %,d %s rows, %.1f times an even partition",
                key,
                100.0 * rows / Math.max(1, side.rows()),
                side.rows(),
                side.name(),
                situation.factor(side));
    }
}
