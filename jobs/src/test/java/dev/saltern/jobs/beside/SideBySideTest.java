/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.beside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saltern.jobs.TestSession;
import dev.saltern.jobs.own.OwnStages;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.apache.spark.SparkContext;
import org.junit.jupiter.api.Test;

class SideBySideTest {
    private final SparkContext spark = TestSession.session().sparkContext();

    @Test
    void partsAreDoneAtOnceAndBelongToTheRunOfWhoAsks() {
        CyclicBarrier both = new CyclicBarrier(2);
        List<String> done = OwnStages.during(
                spark,
                "run 7",
                () -> SideBySide.each(List.of("a", "b"), part -> {
                    await(both);
                    return part + " of " + spark.getLocalProperty("saltern.run");
                }));
        assertThat(done).containsExactly("a of run 7", "b of run 7");
    }

    @Test
    void firstFailureIsToldOnceNothingGoesOnAnyMore() {
        CyclicBarrier all = new CyclicBarrier(3);
        AtomicBoolean isThirdDone = new AtomicBoolean();
        assertThatThrownBy(() -> SideBySide.each(List.of("a", "b", "c"), part -> {
                    await(all);
                    if (part.equals("c")) {
                        pause(100);
                        isThirdDone.set(true);
                        return part;
                    }
                    throw new IllegalStateException("Cannot do " + part);
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Cannot do a")
                .satisfies(thrown -> assertThat(thrown.getSuppressed())
                        .singleElement()
                        .satisfies(other -> assertThat(other).hasMessage("Cannot do b")));
        assertThat(isThirdDone).isTrue();
    }

    @Test
    void nothingIsBegunBehindAFailure() {
        List<Integer> begun = Collections.synchronizedList(new ArrayList<>());
        assertThatThrownBy(() ->
                        SideBySide.ask(IntStream.range(0, 10_000).boxed().toList(), file -> {
                            begun.add(file);
                            if (file == 1) {
                                throw new IllegalStateException("Cannot read " + file);
                            }
                            return file;
                        }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Cannot read 1");
        assertThat(begun).contains(0, 1).hasSizeLessThan(10_000);
    }

    @Test
    void answersComeInTheOrderOfTheFiles() {
        List<Integer> files = IntStream.range(0, 1_000).boxed().toList();
        assertThat(SideBySide.ask(files, file -> "answer " + file))
                .isEqualTo(files.stream().map(file -> "answer " + file).toList());
    }

    @Test
    void manyFilesAreAskedAboutAtATime() {
        CyclicBarrier all = new CyclicBarrier(16);
        List<Integer> files = IntStream.range(0, 16).boxed().toList();
        assertThat(SideBySide.ask(files, file -> {
                    await(all);
                    return file;
                }))
                .isEqualTo(files);
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(1, TimeUnit.MINUTES);
        } catch (Exception e) {
            throw new IllegalStateException("Cannot meet the other part", e);
        }
    }
}
