/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.weather;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * The weather of a while, and what it did. The same seed brings the same mishaps in the same order of requests. Thread-safe.
 */
public final class Storm implements AutoCloseable {
    private static volatile Storm current = new Storm(0, Weather.FAIR, 0);

    private final Weather weather;
    private final Random random;
    private final int death;
    private final Map<String, Integer> mishaps = new TreeMap<>();
    private final List<String> story = new ArrayList<>();
    private final Set<Thread> dead = new HashSet<>();
    private final Map<Thread, Integer> byThread = new HashMap<>();
    private int requests;

    private Storm(long seed, Weather weather, int death) {
        this.random = new Random(seed);
        this.weather = weather;
        this.death = death;
    }

    /**
     * Begins a storm; it lasts until it is closed.
     *
     * @param death the number of the request, from 1, at which whoever makes it dies; 0 for nobody
     */
    public static Storm begin(long seed, Weather weather, int death) {
        Storm storm = new Storm(seed, weather, death);
        current = storm;
        return storm;
    }

    static Storm current() {
        return current;
    }

    /** Begins fair weather. */
    @Override
    public void close() {
        current = new Storm(0, Weather.FAIR, 0);
    }

    /** Returns how many requests this thread has made. */
    public synchronized int requestsOfThisThread() {
        return byThread.getOrDefault(Thread.currentThread(), 0);
    }

    /** Returns how often what went wrong, by operation and kind. */
    public synchronized Map<String, Integer> mishaps() {
        return Map.copyOf(mishaps);
    }

    /** Returns every request, in order. */
    public synchronized List<String> story() {
        return List.copyOf(story);
    }

    /** Says that another process begins its work on this thread: whoever died there is gone. */
    public static void processBegins() {
        Storm storm = current;
        synchronized (storm) {
            storm.dead.remove(Thread.currentThread());
        }
    }

    /** Decides about a request. */
    synchronized Mishap meet(String operation, boolean isGlue, boolean isConditional) {
        if (dead.contains(Thread.currentThread())) {
            throw new Death();
        }
        requests++;
        byThread.merge(Thread.currentThread(), 1, Integer::sum);
        Mishap mishap = mishap(isGlue, isConditional);
        if (mishap == Mishap.DEATH_BEFORE || mishap == Mishap.DEATH_BEHIND) {
            dead.add(Thread.currentThread());
        }
        story.add(operation + ": " + mishap);
        if (mishap != Mishap.NONE) {
            count(operation + ": " + mishap);
        }
        return mishap;
    }

    /** Returns whether an entry of a batch is refused. */
    synchronized boolean refusesEntry(String operation) {
        boolean refuses = weather.entries() > 0 && random.nextDouble() < weather.entries();
        if (refuses) {
            count(operation + ": an entry refused within 200");
        }
        return refuses;
    }

    private Mishap mishap(boolean isGlue, boolean isConditional) {
        double dice = random.nextDouble();
        if (requests == death) {
            return dice < 0.5 ? Mishap.DEATH_BEFORE : Mishap.DEATH_BEHIND;
        }
        double[] chances = {
            weather.resets(),
            weather.busy(),
            weather.lostAnswers(),
            weather.errors(),
            isConditional && !isGlue ? weather.conflicts() : 0
        };
        Mishap[] mishaps = {Mishap.RESET, Mishap.BUSY, Mishap.LOST_ANSWER, Mishap.ERROR, Mishap.CONFLICT};
        for (int i = 0; i < chances.length; i++) {
            dice -= chances[i];
            if (dice < 0) {
                return mishaps[i];
            }
        }
        return Mishap.NONE;
    }

    private void count(String kind) {
        mishaps.merge(kind, 1, Integer::sum);
    }
}
