/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.conf.Scope;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A process halts in the middle of replacing three days; this one reads meanwhile, and then does the same run again. */
class CrashTest {
    private static final Scope DAYS = new Scope(LocalDate.parse("2026-01-30"), LocalDate.parse("2026-02-01"));
    private static final String[] OLD = {"1 2026-01-30", "2 2026-01-30", "3 2026-01-31"};
    private static final String[] NEW = {"4 2026-01-31", "5 2026-01-31", "6 2026-02-01"};

    @TempDir
    private Path logs;

    @ParameterizedTest
    @EnumSource(names = {"AFTER_COMMIT", "IN_APPLY"})
    void runAfterACrashEqualsACleanOne(CrashPoint point) throws IOException, InterruptedException {
        crashAndRunAgain(point);
    }

    @Tag("slow")
    @ParameterizedTest
    @EnumSource(names = {"AFTER_WRITE", "AFTER_SEAL", "AFTER_AUDIT", "AFTER_APPLY", "AFTER_RECEIPT"})
    void runAfterACrashBesideThePublishEqualsACleanOne(CrashPoint point) throws IOException, InterruptedException {
        crashAndRunAgain(point);
    }

    private void crashAndRunAgain(CrashPoint point) throws IOException, InterruptedException {
        Runs runs = Runs.daily("crash_" + point.name().toLowerCase(Locale.ROOT));
        runs.run(DAYS, OLD);
        Path log = logs.resolve(point.name());
        int status = PublishProcess.run(log, point, runs.lake, runs.table.table(), DAYS, NEW);
        assertThat(status).as(() -> "see " + log).isEqualTo(Crash.STATUS);

        assertThat(wholeDays(runs.visible())).allMatch(CrashTest::isWhole);

        runs.run(DAYS, NEW);
        assertThat(runs.visible()).containsExactly(NEW);
        assertThat(runs.run(DAYS, NEW)).as("a second run has nothing to do").isEmpty();
        assertThat(runs.journal.head(runs.table.table())).hasValue(2);
        assertThat(runs.catalog.partitions(runs.table).keySet())
                .extracting(values -> values.get("dt"))
                .containsExactlyInAnyOrder("2026-01-31", "2026-02-01");
    }

    /** Returns the rows of each day. */
    private static List<List<String>> wholeDays(List<String> visible) {
        List<List<String>> days = new ArrayList<>();
        for (String day :
                new TreeSet<>(visible.stream().map(row -> row.substring(2)).toList())) {
            days.add(visible.stream().filter(row -> row.endsWith(day)).toList());
        }
        return days;
    }

    private static boolean isWhole(List<String> day) {
        return List.of(
                        List.of("1 2026-01-30", "2 2026-01-30"),
                        List.of("3 2026-01-31"),
                        List.of("4 2026-01-31", "5 2026-01-31"),
                        List.of("6 2026-02-01"))
                .contains(day);
    }
}
