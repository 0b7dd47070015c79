/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.join;

import dev.saltern.transforms.Join;
import java.util.List;

/** Whether hot rows can join a broadcast of their partners. */
record BroadcastRung(Situation situation, boolean forced) {

    /** Size up to which a broadcast is made on demand, whatever the session's limit: 1 GiB. */
    static final long MAX_FORCED_BYTES = 1L << 30;

    Rung choose(HotPairs pairs) {
        if (situation.type() == Join.Type.FULL) {
            return Rung.refuse("a full outer join keeps the rows of both sides, so neither can be broadcast");
        }
        if (situation.unrepeatable() != null) {
            return Rung.refuse(situation.unrepeatable());
        }
        boolean leftToo = situation.type() == Join.Type.INNER && leftBytes(pairs) < rightBytes(pairs);
        long bytes = leftToo ? leftBytes(pairs) : rightBytes(pairs);
        String name = (leftToo ? situation.left() : situation.right()).name();
        long limit = forced ? MAX_FORCED_BYTES : situation.broadcastBytes();
        if (bytes > limit) {
            return Rung.refuse("the " + name + " rows of " + pairs.count() + " take about " + bytes
                    + " bytes, and no more than " + limit + " are broadcast");
        }
        return Rung.take(new Rung.Step(
                "the " + name + " rows of " + pairs.count() + " take about " + bytes + " bytes and fit a broadcast",
                leftToo ? Choice.Reach.LEFT : Choice.Reach.RIGHT,
                List.of(),
                1));
    }

    long leftBytes(HotPairs pairs) {
        return bytes(pairs.sum(HotPair::leftRows), situation.left());
    }

    long rightBytes(HotPairs pairs) {
        return bytes(situation.asksForKeys() ? pairs.keys().size() : pairs.sum(HotPair::rightRows), situation.right());
    }

    private static long bytes(long rows, Facts side) {
        return (long) Math.min((double) rows * side.rowBytes(), Long.MAX_VALUE);
    }
}
