/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.conf.Grain;
import dev.saltern.conf.Partitioning;
import dev.saltern.conf.Scope;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PartitionDaysTest {
    @Property(tries = 200)
    void whatAPartitioningWritesIsRead(@ForAll @IntRange(min = 0, max = 20_000) int day, @ForAll Grain grain) {
        LocalDate date = LocalDate.ofEpochDay(day);
        List<List<String>> columns = grain == Grain.NONE
                ? List.of(List.of())
                : List.of(List.of("dt"), List.of("year", "month", "day").subList(0, grain.calendarFields()));
        for (List<String> names : columns) {
            Partitioning partitioning = new Partitioning(names, grain);
            Map<String, String> values = partitioning.values(date);

            assertThat(PartitionDays.partitioning(values)).isEqualTo(partitioning);
            if (grain == Grain.NONE) {
                assertThat(PartitionDays.of(values)).isEmpty();
            } else {
                assertThat(PartitionDays.of(values)).contains(new Scope(date, date).widenedTo(grain));
            }
        }
    }

    @Test
    void valuesThatAreNoDatesHaveNoDays() {
        assertThat(PartitionDays.of(Map.of("site", "north-east"))).isEmpty();
        assertThat(PartitionDays.of(Map.of("dt", "2026-02-30"))).isEmpty();
        assertThat(PartitionDays.text(Map.of("dt", "2026-01-31"))).isEqualTo("dt=2026-01-31");
        assertThat(PartitionDays.text(Map.of())).isEqualTo("all");
    }
}
