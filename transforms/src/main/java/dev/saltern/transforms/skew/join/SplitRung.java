/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.join;

import dev.saltern.transforms.Join;
import java.util.List;

/** Whether hot and cold rows can be joined apart. */
record SplitRung(Situation situation, boolean forced) {

    Rung choose(HotPairs pairs) {
        if (situation.asksForKeys()) {
            return Rung.refuse("a semi or anti join needs the hot keys of one side alone, which a broadcast does");
        }
        if (!forced && situation.type() == Join.Type.INNER) {
            return Rung.refuse("an inner join keeps no row without a match, so salts do as much");
        }
        if (situation.unrepeatable() != null) {
            return Rung.refuse(situation.unrepeatable());
        }
        if (pairs.keys().isEmpty()) {
            return Rung.take(new Rung.Step("rows without a key go past the join", Choice.Reach.NEITHER, List.of(), 1));
        }
        BroadcastRung sizes = new BroadcastRung(situation, forced);
        boolean leftIsLess = sizes.leftBytes(pairs) < sizes.rightBytes(pairs);
        long bytes = Math.min(sizes.leftBytes(pairs), sizes.rightBytes(pairs));
        if (bytes <= situation.broadcastBytes()) {
            return Rung.take(new Rung.Step(
                    pairs.count() + (one(pairs) ? " is" : " are") + " joined apart by a broadcast of about " + bytes
                            + " bytes",
                    leftIsLess ? Choice.Reach.LEFT : Choice.Reach.RIGHT,
                    List.of(),
                    1));
        }
        SaltCounts counts = new SaltCounts(Join.Type.INNER, situation.slots(), pairs);
        List<SaltCount> salts = forced ? counts.wanted() : counts.affordable();
        if (salts.isEmpty()) {
            return Rung.refuse("the smaller side of the hot keys takes " + bytes + " bytes, no more than "
                    + situation.broadcastBytes() + " are broadcast, and salts would copy more than "
                    + Math.round(SaltCounts.MAX_INFLATION * 100) + " % of a side");
        }
        if (situation.unsaltable() != null) {
            return Rung.refuse(situation.unsaltable());
        }
        return Rung.take(new Rung.Step(
                pairs.count() + (one(pairs) ? " is" : " are") + " joined apart, with "
                        + salts.stream().mapToInt(SaltCount::cells).sum() + " salts in all",
                Choice.Reach.NEITHER,
                salts,
                1));
    }

    private static boolean one(HotPairs pairs) {
        return pairs.keys().size() == 1;
    }
}
