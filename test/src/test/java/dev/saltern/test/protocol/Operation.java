/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One call of a store.
 *
 * @param kind what it does, for schedules and counts: {@code create}, {@code apply} and so on
 * @param target what it is about, for stories
 * @param isLocal whether no other process can notice it or change its answer
 * @param effect what it does to the world and answers
 * @param silence what the caller gets if no answer comes
 * @param partial what it may do only a part of, each with the answer that says so
 */
record Operation(
        Kind kind,
        String target,
        boolean isLocal,
        Function<World, Effect> effect,
        Object silence,
        List<Function<World, Effect>> partial) {
    /** The kinds of calls. */
    enum Kind {
        READ,
        LIST,
        CREATE,
        REPLACE,
        DELETE,
        CATALOG_READ,
        CATALOG_TABLE,
        CATALOG_CHANGE,
        DATA_WRITE,
        DATA_READ,
        CLOCK;

        /** Returns whether the call can change the world. */
        boolean writes() {
            return this == CREATE
                    || this == REPLACE
                    || this == DELETE
                    || this == CATALOG_TABLE
                    || this == CATALOG_CHANGE
                    || this == DATA_WRITE;
        }
    }

    /** What comes of a call: the world behind it and the answer. */
    record Effect(World world, Object answer) {}

    /** An answer that is thrown. */
    record Failure(String text) {}

    /** A call that only reads. */
    static Operation reading(Kind kind, String target, boolean isLocal, Function<World, Object> answer) {
        return new Operation(
                kind,
                target,
                isLocal,
                world -> new Effect(world, answer.apply(world)),
                new Failure("no answer to " + kind + " " + target),
                List.of());
    }

    /** A call that changes the world. */
    static Operation writing(
            Kind kind, String target, boolean isLocal, Function<World, Effect> effect, @Nullable Object silence) {
        return new Operation(
                kind,
                target,
                isLocal,
                effect,
                silence == null ? new Failure("no answer to " + kind + " " + target) : silence,
                List.of());
    }

    /** Returns the same call that may also be done in part. */
    Operation orPartly(List<Function<World, Effect>> ways) {
        return new Operation(kind, target, isLocal, effect, silence, ways);
    }

    /** Returns all that may come of the call in a bad hour: it is lost on the way, its answer is lost, or it is done in part. */
    List<Effect> faults(World world) {
        List<Effect> faults = new ArrayList<>();
        faults.add(new Effect(world, silence));
        if (kind.writes()) {
            Effect done = effect.apply(world);
            faults.add(new Effect(done.world(), silence));
            if (kind == Kind.CREATE && !done.world().equals(world)) {
                // The call was sent again below, and met its own work.
                faults.add(new Effect(done.world(), dev.saltern.jobs.publish.store.Creation.TAKEN));
            }
        }
        partial.forEach(way -> faults.add(way.apply(world)));
        return faults;
    }

    @Override
    public String toString() {
        return kind + " " + target;
    }
}
