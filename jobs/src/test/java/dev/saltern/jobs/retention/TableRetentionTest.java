/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.conf.Grain;
import dev.saltern.conf.Partitioning;
import dev.saltern.conf.Retention;
import dev.saltern.jobs.publish.journal.PartitionState;
import dev.saltern.jobs.publish.run.TableSpec;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class TableRetentionTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);

    @Test
    void partitionsWhoseLastDayIsTooOldGo() {
        TableRetention days = retention(new Partitioning(List.of("dt"), Grain.DAY), "30d", 40);
        assertThat(days.firstKept()).isEqualTo("2026-03-01");
        assertThat(days.dropped()).hasSize(9);
        assertThat(days.dropped().get(0).values()).containsEntry("dt", "2026-02-20");
        assertThat(days.dropped().get(8).values()).containsEntry("dt", "2026-02-28");
        assertThat(days.needsConfirmation()).isFalse();
    }

    @Test
    void aMonthGoesOnceItsLastDayIsTooOld() {
        TableRetention months = retention(new Partitioning(List.of("year", "month"), Grain.MONTH), "12m", 14);
        assertThat(months.firstKept()).isEqualTo("2025-03-31");
        assertThat(months.dropped())
                .extracting(DatedPartition::values)
                .containsExactly(Map.of("year", "2025", "month", "2"));
    }

    @Test
    void aTableKeepsItsNewestPartitionsHoweverOldTheyAre() {
        TableRetention few = retention(new Partitioning(List.of("dt"), Grain.DAY), "7d", 20, 100);
        assertThat(few.dropped()).hasSize(13);
        assertThat(few.spared()).isEqualTo(TableRetention.FLOOR);
        assertThat(few.needsConfirmation()).isTrue();
        assertThat(retention(new Partitioning(List.of("dt"), Grain.DAY), "7d", 7, 100)
                        .dropped())
                .isEmpty();
    }

    @Test
    void partitionsThatAreGoneOrNameNoDayStayOutOfIt() {
        TableSpec table = table(new Partitioning(List.of("dt"), Grain.DAY));
        List<PartitionState> states = new ArrayList<>();
        states.add(new PartitionState(Map.of("dt", "1999-01-01"), null, 0, "", "r", 1));
        states.add(new PartitionState(Map.of("dt", "then"), "there", 1, "c", "r", 1));
        for (int i = 0; i < 8; i++) {
            states.add(new PartitionState(Map.of("dt", TODAY.minusDays(i).toString()), "there", 1, "c", "r", 1));
        }
        assertThat(TableRetention.of(table, Retention.parse("30d"), states, TODAY)
                        .dropped())
                .isEmpty();
    }

    private static TableRetention retention(Partitioning partitioning, String age, int count) {
        return retention(partitioning, age, count, 0);
    }

    /** So many live partitions, the newest of so many days ago. */
    private static TableRetention retention(Partitioning partitioning, String age, int count, int daysAgo) {
        List<PartitionState> states = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            LocalDate day = partitioning.grain().back(TODAY.minusDays(daysAgo), i);
            states.add(new PartitionState(partitioning.values(day), "there", 1, "c", "r", 1));
        }
        return TableRetention.of(table(partitioning), Retention.parse(age), states, TODAY);
    }

    private static TableSpec table(Partitioning partitioning) {
        StructType schema = new StructType().add("v", "int");
        for (String column : partitioning.columns()) {
            schema = schema.add(column, "string");
        }
        return new TableSpec("d", "t", schema, partitioning, null);
    }
}
