/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.own;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * Work of one run on several threads: while one waits for its last task, another one keeps Spark busy. The threads are started for it, so
 * they inherit to which run and session their work belongs.
 */
public final class SideBySide {
    /** Each is mostly a driver that plans a small job; more of them would only wait for each other. */
    private static final int THREADS = 4;

    private SideBySide() {}

    /**
     * Does the work of each part and returns its results in the order of the parts, which are begun in that order. Nothing goes on when it
     * returns, also if a part failed.
     *
     * @throws RuntimeException what the first part threw that threw; what others threw is suppressed in it
     */
    public static <T, R> List<R> each(Collection<T> parts, Function<T, R> work) {
        if (parts.size() < 2) {
            return parts.stream().map(work).toList();
        }
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(THREADS, parts.size()));
        try {
            List<CompletableFuture<R>> begun = parts.stream()
                    .map(part -> CompletableFuture.supplyAsync(() -> work.apply(part), threads))
                    .toList();
            List<R> results = new ArrayList<>();
            List<CompletionException> failures = new ArrayList<>();
            for (CompletableFuture<R> one : begun) {
                try {
                    results.add(one.join());
                } catch (CompletionException e) {
                    failures.add(e);
                }
            }
            failure(failures).ifPresent(first -> {
                throw first;
            });
            return results;
        } finally {
            threads.shutdown();
        }
    }

    private static Optional<RuntimeException> failure(List<CompletionException> failures) {
        Optional<RuntimeException> first = failures.stream()
                .findFirst()
                .map(failure -> failure.getCause() instanceof RuntimeException cause ? cause : failure);
        first.ifPresent(
                thrown -> failures.stream().skip(1).map(Throwable::getCause).forEach(thrown::addSuppressed));
        return first;
    }
}
