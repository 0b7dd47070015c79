/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.join;

import dev.saltern.transforms.Join;
import java.util.ArrayList;
import java.util.List;

/** Whether the rows of hot keys can be spread over salts. */
record SaltRung(Situation situation, boolean forced) {

    Rung choose(HotPairs pairs) {
        if (situation.slots().partitions() < 2) {
            return Rung.refuse("a shuffle has one partition, over which nothing spreads");
        }
        if (situation.type() == Join.Type.FULL) {
            return Rung.refuse("a full outer join would return each copy that finds no match");
        }
        if (situation.unsaltable() != null) {
            return Rung.refuse(situation.unsaltable());
        }
        boolean keysOnly = situation.asksForKeys() && pairs.hasHotRight();
        if (situation.type() == Join.Type.LEFT && pairs.hasHotRight() && !(forced && pairs.hasHotLeft())) {
            return Rung.refuse("hot rows of the " + situation.right().name()
                    + " side cannot be cut, for each kept row must see all of its matches");
        }
        SaltCounts counts = new SaltCounts(situation.type(), situation.slots(), pairs);
        List<SaltCount> wanted = counts.wanted();
        List<SaltCount> taken = forced ? wanted : counts.affordable();
        int nullSalts = nullSalts(counts.most());
        List<String> declined = lowered(wanted, taken);
        boolean heaviestLeftOut = !wanted.isEmpty()
                && taken.stream()
                        .noneMatch(count -> count.key().equals(wanted.get(0).key()));
        if (heaviestLeftOut || (taken.isEmpty() && nullSalts < 2 && !keysOnly)) {
            return new Rung(null, declined.isEmpty() ? List.of("no hot key can be cut") : declined);
        }
        return new Rung(
                new Rung.Step(reason(pairs, taken, nullSalts, keysOnly), Choice.Reach.NEITHER, taken, nullSalts),
                declined);
    }

    private int nullSalts(int most) {
        Facts left = situation.left();
        long mean = situation.slots().meanPartition(left.rows());
        return situation.keepsLeft() && (forced || left.nullRows() >= mean)
                ? SaltCounts.pieces(left.nullRows(), mean, most)
                : 1;
    }

    private List<String> lowered(List<SaltCount> wanted, List<SaltCount> taken) {
        List<String> sentences = new ArrayList<>();
        int index = 0;
        for (SaltCount count : wanted) {
            SaltCount got = index < taken.size() && taken.get(index).key().equals(count.key())
                    ? taken.get(index++)
                    : new SaltCount(count.key(), 1, 1);
            if (got.cells() < count.cells()) {
                sentences.add(count.key().values().mkString("(", ", ", ")") + " gets " + got.cells() + " salts and not "
                        + count.cells() + ", which would copy " + count.copies() + " rows: more than "
                        + Math.round(SaltCounts.MAX_INFLATION * 100) + " % of a side in all");
            }
        }
        return sentences;
    }

    private static String reason(HotPairs pairs, List<SaltCount> salts, int nullSalts, boolean keysOnly) {
        List<String> parts = new ArrayList<>();
        if (!pairs.keys().isEmpty()) {
            parts.add(salts.size() + " of " + pairs.count() + " get "
                    + salts.stream().mapToInt(SaltCount::cells).sum() + " salts in all");
        }
        if (nullSalts > 1) {
            parts.add("NULL gets " + nullSalts + " salts");
        }
        return String.join("; ", parts) + (keysOnly ? "; the side that is asked for its keys is reduced to them" : "");
    }
}
