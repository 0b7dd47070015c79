/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameTest {

    @ParameterizedTest
    @ValueSource(strings = {"13 rows", "1 rows", "45s", "90m", "23h", "7d"})
    void textIsParsedAndPrintedAlike(String text) {
        assertThat(Frame.parse(text)).hasToString(text);
    }

    @Test
    void readsRowsAndTimes() {
        assertThat(Frame.parse(" 1 row ")).isEqualTo(Frame.rows(1));
        assertThat(Frame.parse("24h")).isEqualTo(Frame.time(Duration.ofDays(1)));
        assertThat(new Frame.Time(Duration.ofSeconds(2, 3_000)).micros()).isEqualTo(2_000_003);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "h", "24", "-1h", "1.5h", "24 hours", "13rowsx"})
    void refusesOtherText(String text) {
        assertThatThrownBy(() -> Frame.parse(text))
                .hasMessage("Invalid window: " + text + " (must be such as 13 rows, 30s, 90m, 24h or 7d)");
    }

    @Test
    void refusesNumbersOutOfRange() {
        assertThatThrownBy(() -> Frame.parse("0 rows")).hasMessage("Invalid window: 0 rows (must be 1 row or more)");
        assertThatThrownBy(() -> Frame.parse("0h")).hasMessageContaining("more than 0 and at most 36500 days");
        assertThatThrownBy(() -> Frame.parse("36501d")).hasMessageContaining("more than 0 and at most 36500 days");
        assertThatThrownBy(() -> Frame.time(Duration.ofNanos(1_001)))
                .hasMessageContaining("must be whole microseconds");
    }
}
