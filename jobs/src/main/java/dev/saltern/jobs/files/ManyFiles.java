/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.files;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Asks a store about many files. */
public final class ManyFiles {
    /** The answer is waited for and not computed: more threads than cores. */
    private static final int THREADS = 16;

    private ManyFiles() {}

    /**
     * Asks about each file, about several at a time, and returns the answers in the order of the files.
     *
     * @throws RuntimeException what the question about the first file threw that threw
     */
    public static <T, R> List<R> ask(Collection<T> files, Function<T, R> question) {
        if (files.size() < 2) {
            return files.stream().map(question).toList();
        }
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(THREADS, files.size()));
        try {
            List<CompletableFuture<R>> asked = files.stream()
                    .map(file -> CompletableFuture.supplyAsync(() -> question.apply(file), threads))
                    .toList();
            List<R> answers = new ArrayList<>(asked.size());
            for (CompletableFuture<R> answer : asked) {
                answers.add(answer.join());
            }
            return answers;
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        } finally {
            threads.shutdownNow();
        }
    }
}
