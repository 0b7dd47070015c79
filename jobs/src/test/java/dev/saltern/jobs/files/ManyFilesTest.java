/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ManyFilesTest {
    @Test
    void answersComeInTheOrderOfTheFiles() {
        List<Integer> files = IntStream.range(0, 1_000).boxed().toList();
        assertThat(ManyFiles.ask(files, file -> "answer " + file))
                .isEqualTo(files.stream().map(file -> "answer " + file).toList());
    }

    @Test
    void severalAreAskedAboutAtATime() {
        CountDownLatch allThere = new CountDownLatch(8);
        assertThat(ManyFiles.ask(List.of(1, 2, 3, 4, 5, 6, 7, 8), file -> meets(allThere)))
                .hasSize(8)
                .containsOnly(true);
    }

    @Test
    void firstFailureIsThrownAsItIs() {
        assertThatThrownBy(() -> ManyFiles.ask(List.of(1, 2, 3), file -> {
                    if (file > 1) {
                        throw new IllegalStateException("Cannot read " + file);
                    }
                    return file;
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Cannot read 2");
    }

    private static boolean meets(CountDownLatch others) {
        others.countDown();
        try {
            return others.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
