/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.day;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/**
 * A reader who looks at every table and day again and again while runs publish and die.
 *
 * <p>Each look is noted with what may be live meanwhile: version 0 is the empty lake, and each publish makes the next version.
 */
final class DayReader implements AutoCloseable {
    /** The figure of a day that a table does not have. */
    static final String ABSENT = "no rows";

    private static final int PAUSE_MILLIS = 200;

    private final Figures figures;
    private final List<String> days;
    private final Map<Place, List<Look>> looks = new LinkedHashMap<>();
    private final List<String> failures = new ArrayList<>();
    private volatile Moment now = new Moment(0, 0, "before the first run");
    private volatile boolean closed;
    private CompletableFuture<?> polling = CompletableFuture.completedFuture(null);
    private final AtomicInteger polls = new AtomicInteger();
    private final AtomicInteger rounds = new AtomicInteger();

    DayReader(Figures figures, List<String> days) {
        this.figures = figures;
        this.days = days;
    }

    /** One day of a table. */
    record Place(String table, String day) {}

    /** What may be live, from the oldest to the newest version, and what is going on. */
    record Moment(int oldest, int newest, String event) {}

    /** What was seen, how often in a row, and what could be live while the query ran. */
    private record Look(String figure, int oldest, int newest, String event, int times) {
        boolean sameAs(Look other) {
            return figure.equals(other.figure) && oldest == other.oldest && newest == other.newest;
        }

        Look again() {
            return new Look(figure, oldest, newest, event, times + 1);
        }
    }

    void start() {
        polling = CompletableFuture.runAsync(this::poll, task -> new Thread(task, "reader").start());
    }

    /** Tells what may be live from here on; to be called before a publish begins, and once it is whole. */
    void now(int oldest, int newest, String event) {
        now = new Moment(oldest, newest, event);
    }

    int polls() {
        return polls.get();
    }

    /** Returns on how many days of how many tables the reader looked. */
    int places() {
        return looks.size();
    }

    /** Waits until every table was looked at once more. */
    void awaitRound() throws InterruptedException {
        int begun = rounds.get();
        // The round that is under way may have looked at some tables before.
        while (rounds.get() < begun + 2 && !polling.isDone()) {
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    /** Returns the queries that got no answer. */
    List<String> failures() {
        return failures;
    }

    /** Ends the polling. */
    @Override
    public void close() {
        closed = true;
        polling.join();
    }

    /**
     * Returns every look that saw anything but a whole version that may have been live, or an older one than the look before; to be called
     * when the reader is closed.
     */
    List<String> violations(IntFunction<Snapshot> versions) {
        List<String> violations = new ArrayList<>();
        looks.forEach((place, seen) -> {
            int last = 0;
            for (Look look : seen) {
                int version = Math.max(last, look.oldest());
                while (version <= look.newest()
                        && !figure(versions, version, place).equals(look.figure())) {
                    version++;
                }
                if (version > look.newest()) {
                    violations.add(describe(versions, place, look, last));
                } else {
                    last = version;
                }
            }
        });
        return violations;
    }

    private static String describe(IntFunction<Snapshot> versions, Place place, Look look, int last) {
        StringBuilder text = new StringBuilder("table " + place.table() + ", day " + place.day() + ": saw "
                + look.figure() + " (" + look.times() + " times) during " + look.event() + "; allowed were");
        for (int version = Math.max(last, look.oldest()); version <= look.newest(); version++) {
            text.append(" [version ")
                    .append(version)
                    .append(": ")
                    .append(figure(versions, version, place))
                    .append("]");
        }
        return text.toString();
    }

    private static String figure(IntFunction<Snapshot> versions, int version, Place place) {
        return version == 0 ? ABSENT : versions.apply(version).figure(place.table(), place.day());
    }

    private void poll() {
        Set<String> tables = new TreeSet<>();
        while (!closed) {
            try {
                tables.addAll(figures.tables());
            } catch (Exception e) {
                failures.add("tables during " + now.event() + ": " + e);
            }
            for (String table : tables) {
                look(table);
                pause();
            }
            rounds.incrementAndGet();
            pause();
        }
    }

    /** Leaves some of the machine to the runs. */
    private static void pause() {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS));
    }

    private void look(String table) {
        Moment before = now;
        try {
            Map<String, String> seen = figures.of(table);
            Moment after = now;
            Set<String> all = new TreeSet<>(days);
            all.addAll(seen.keySet());
            for (String day : all) {
                note(
                        new Place(table, day),
                        new Look(seen.getOrDefault(day, ABSENT), before.oldest(), after.newest(), before.event(), 1));
            }
            polls.incrementAndGet();
        } catch (Exception e) {
            failures.add(table + " during " + before.event() + ": " + e);
        }
    }

    private void note(Place place, Look look) {
        List<Look> seen = looks.computeIfAbsent(place, key -> new ArrayList<>());
        int end = seen.size() - 1;
        if (end >= 0 && seen.get(end).sameAs(look)) {
            seen.set(end, seen.get(end).again());
        } else {
            seen.add(look);
        }
    }
}
