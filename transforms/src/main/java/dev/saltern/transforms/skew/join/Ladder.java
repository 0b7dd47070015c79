/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.join;

import dev.saltern.transforms.skew.SkewMode;
import dev.saltern.transforms.skew.Treatment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Chooses what is done about a skewed join: nothing, adaptive execution, a broadcast of hot partners, salts, a split, in
 * this order. The choice follows from the numbers alone.
 */
final class Ladder {

    /**
     * A task with fewer rows ends so soon that its treatment costs more than it saves: it takes less than a tenth of a second,
     * as does the job that counts partners or writes the result down under settings of its own.
     */
    static final long MIN_HOT_ROWS = 250_000;

    /** Even partitions that the fullest task must have at least. */
    static final double MIN_FACTOR = 2;

    private final Situation situation;
    private final SkewMode mode;
    private final Supplier<HotPairs> pairs;
    private final Wording wording;
    private final List<String> declined = new ArrayList<>();

    /**
     * Chooses nothing yet.
     *
     * @param pairs the hot keys with their rows on both sides; asked for only if a treatment depends on it
     */
    Ladder(Situation situation, SkewMode mode, Supplier<HotPairs> pairs) {
        this.situation = situation;
        this.mode = mode;
        this.pairs = pairs;
        this.wording = new Wording(situation);
    }

    /** The choice, with all that was declined on the way to it. */
    Choice choose() {
        if (mode instanceof SkewMode.Off) {
            return none("the treatment of skew is off");
        }
        if (mode instanceof SkewMode.Force force) {
            return forced(force.treatment());
        }
        if (!wording.anyFull()) {
            return none("no hot key was measured");
        }
        if (wording.fullest().isEmpty()) {
            return none(wording.small());
        }
        if (situation.wholeBroadcast() != null) {
            return none(situation.wholeBroadcast() + "; " + wording.found());
        }
        return Stream.<Supplier<Optional<Choice>>>of(this::adaptive, this::broadcast, this::salt, this::split)
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> none(wording.found() + "; no treatment would help"));
    }

    private Choice forced(Treatment treatment) {
        if (treatment == Treatment.NONE) {
            return none("the plain join was asked for");
        }
        if (treatment == Treatment.ADAPTIVE) {
            List<Facts> full = Stream.of(situation.left(), situation.right())
                    .filter(side -> situation.fullestRows(side) > 0)
                    .toList();
            full.forEach(side -> wording.adaptiveRefusal(side).ifPresent(declined::add));
            return settings(full);
        }
        if (!wording.anyFull()) {
            declined.add(treatment.label() + ": no hot key was measured");
            return none("no hot key was measured");
        }
        Optional<Choice> choice = switch (treatment) {
            case BROADCAST -> broadcast();
            case SALT -> salt();
            case SPLIT -> split();
            case NONE, ADAPTIVE, TWO_STAGE, CHUNK -> {
                declined.add(treatment.label() + ": this is no treatment of joins");
                yield Optional.empty();
            }
        };
        return choice.orElseGet(() -> none("what was asked for is declined"));
    }

    private Optional<Choice> adaptive() {
        List<String> refusals = wording.fullest().stream()
                .map(wording::adaptiveRefusal)
                .flatMap(Optional::stream)
                .toList();
        declined.addAll(refusals);
        return refusals.isEmpty() ? Optional.of(settings(wording.fullest())) : Optional.empty();
    }

    private Choice settings(List<Facts> sides) {
        Map<String, String> fitted = Fitted.settings(situation, sides);
        return Choice.plain(
                Treatment.ADAPTIVE,
                wording.found() + "; adaptive execution is set to split it into pieces of "
                        + fitted.get(Fitted.ADVISORY_SIZE) + " bytes",
                declined,
                fitted);
    }

    private Optional<Choice> broadcast() {
        Rung rung = new BroadcastRung(situation, isForced()).choose(pairs.get());
        return finish(rung, Treatment.BROADCAST);
    }

    private Optional<Choice> salt() {
        return finish(new SaltRung(situation, isForced()).choose(pairs.get()), Treatment.SALT);
    }

    private Optional<Choice> split() {
        return finish(new SplitRung(situation, isForced()).choose(pairs.get()), Treatment.SPLIT);
    }

    private Optional<Choice> finish(Rung rung, Treatment treatment) {
        rung.declined().forEach(sentence -> declined.add(treatment.label() + ": " + sentence));
        return rung.step()
                .map(step -> new Choice(
                        treatment,
                        wording.found() + "; " + step.reason(),
                        declined,
                        step.broadcast(),
                        step.salts(),
                        step.nullSalts(),
                        // A shuffle by the keys alone would bring the salted rows of a key together again.
                        step.salts().isEmpty() && step.nullSalts() < 2
                                ? Map.of()
                                : Map.of("spark.sql.requireAllClusterKeysForCoPartition", "true"),
                        step.salts().stream().mapToLong(SaltCount::copies).sum()));
    }

    private boolean isForced() {
        return mode instanceof SkewMode.Force;
    }

    private Choice none(String reason) {
        return Choice.plain(Treatment.NONE, reason, declined, Map.of());
    }
}
