/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class StageTimesTest {
    @Test
    void fewTasksAreToldOneByOne() {
        assertThat(StageTimes.text(List.of(900L, 5321L, 4000L))).isEqualTo("5321 4000 900");
        assertThat(StageTimes.text(List.of())).isEmpty();
    }

    @Test
    void manyTasksAreGroupedAndTheLongestStandAlone() {
        List<Long> millis = LongStream.rangeClosed(1, 5000).boxed().toList();
        String text = StageTimes.text(millis);
        assertThat(text)
                .startsWith("5000 4999 4998 4997 4996 4995 4994 4993 208x")
                .hasSizeLessThan(300);
        long tasks = 0;
        long sum = 0;
        for (String group : text.split(" ", -1)) {
            String[] parts = group.split("x", -1);
            long count = parts.length == 1 ? 1 : Long.parseLong(parts[0]);
            tasks += count;
            sum += count * Long.parseLong(parts[parts.length - 1]);
        }
        assertThat(tasks).isEqualTo(5000);
        assertThat(sum).isBetween(5000L * 5001 / 2 - 2500, 5000L * 5001 / 2 + 2500);
    }
}
