/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.beside;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Work in parts, on several threads. They are started for it, so that they inherit to which run and session their work belongs.
 *
 * <p>Results come in the order of the parts, which are begun in that order. Where a part fails no other one is begun, those that were go on to
 * their ends, and what the first part threw that threw is thrown; what others threw is suppressed in it. Nothing goes on behind that.
 */
public final class SideBySide {
    /** Each is mostly a driver that plans a small job; more of them would only wait for each other. */
    private static final int DRIVING = 4;

    /** Answers are waited for and not computed: more threads than cores. */
    private static final int WAITING = 16;

    private SideBySide() {}

    /** Does the work of each part: while one waits for its last task, another one keeps Spark busy. */
    public static <T, R> List<R> each(Collection<T> parts, Function<T, R> work) {
        return on(DRIVING, parts, work);
    }

    /** Asks a store about each of many files. */
    public static <T, R> List<R> ask(Collection<T> files, Function<T, R> question) {
        return on(WAITING, files, question);
    }

    private static <T, R> List<R> on(int most, Collection<T> parts, Function<T, R> work) {
        if (parts.size() < 2) {
            return parts.stream().map(work).toList();
        }
        AtomicBoolean failed = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(most, parts.size()));
        try {
            return results(parts.stream()
                    .map(part -> CompletableFuture.supplyAsync(() -> unless(failed, part, work), threads))
                    .toList());
        } finally {
            threads.shutdown();
        }
    }

    /** Returns the result of a part as the only element; none if another one has failed before. */
    private static <T, R> Stream<R> unless(AtomicBoolean failed, T part, Function<T, R> work) {
        if (failed.get()) {
            return Stream.empty();
        }
        try {
            return Stream.of(work.apply(part));
        } catch (Throwable e) {
            failed.set(true);
            throw e;
        }
    }

    private static <R> List<R> results(List<CompletableFuture<Stream<R>>> begun) {
        List<R> results = new ArrayList<>();
        List<CompletionException> failures = new ArrayList<>();
        for (CompletableFuture<Stream<R>> one : begun) {
            try {
                one.join().forEach(results::add);
            } catch (CompletionException e) {
                failures.add(e);
            }
        }
        if (failures.isEmpty()) {
            return results;
        }
        CompletionException first = failures.get(0);
        RuntimeException thrown = first.getCause() instanceof RuntimeException cause ? cause : first;
        failures.stream().skip(1).map(Throwable::getCause).forEach(thrown::addSuppressed);
        throw thrown;
    }
}
