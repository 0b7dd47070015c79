/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saltern.jobs.TestSession;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
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
        CyclicBarrier both = new CyclicBarrier(2);
        AtomicBoolean isThirdDone = new AtomicBoolean();
        assertThatThrownBy(() -> SideBySide.each(List.of("a", "b", "c"), part -> {
                    if (part.equals("c")) {
                        isThirdDone.set(true);
                        return part;
                    }
                    await(both);
                    throw new IllegalStateException("Cannot do " + part);
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Cannot do a")
                .satisfies(thrown -> assertThat(thrown.getSuppressed())
                        .singleElement()
                        .satisfies(other -> assertThat(other).hasMessage("Cannot do b")));
        assertThat(isThirdDone).isTrue();
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(1, TimeUnit.MINUTES);
        } catch (Exception e) {
            throw new IllegalStateException("Cannot meet the other part", e);
        }
    }
}
