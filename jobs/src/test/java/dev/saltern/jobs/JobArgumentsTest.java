/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobArgumentsTest {
    private static LocalDate day(String text) {
        return JobArguments.parse(List.of("run", "sensor-daily", "--date", text))
                .days()
                .orElseThrow()
                .from();
    }

    @Test
    void theTimeOfAScheduleStandsForTheLastWholeDayBeforeIt() {
        assertThat(day("2026-01-31")).isEqualTo("2026-01-31");
        assertThat(day("2026-02-01T02:00:00Z")).isEqualTo("2026-01-31");
        assertThat(day("2026-02-01T00:00:00Z")).isEqualTo("2026-01-31");
        assertThat(day("2026-01-31T23:59:59Z")).isEqualTo("2026-01-30");
    }

    @Test
    void whatIsNeitherIsRefused() {
        assertThatThrownBy(() -> day("Tuesday"))
                .hasMessageContaining("Invalid --date: Tuesday (must be a date such as");
        assertThatThrownBy(() -> day("31.01.2026")).hasMessageContaining("Invalid --date: 31.01.2026");
    }
}
