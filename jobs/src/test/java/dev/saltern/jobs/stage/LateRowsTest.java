/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.conf.Grain;
import dev.saltern.conf.Partitioning;
import dev.saltern.conf.Scope;
import dev.saltern.conf.Source;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LateRowsTest {
    private static final LocalDate LAST = LocalDate.of(2026, 1, 31);

    /** One row of every kind: on time, one, two and three days late, of tomorrow, without a day, with a bad cell, and no record. */
    private static final String DAY = """
            v,at
            1,2026-01-31
            2,2026-01-30
            3,2026-01-29
            4,2026-01-28
            5,2026-02-01
            6,
            x,2026-01-30
            "8,2026-01-30
            """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aDayJudgesItsOwnRowsAndThoseThatNoOtherDayWillJudge() {
        StagedSource staged = raw(LAST).stage();

        assertThat(Raw.kept(staged)).containsExactly("[1,2026-01-31,2026-01-31]");
        assertThat(Raw.setAside(staged))
                .containsExactlyInAnyOrder(
                        "5|4,2026-01-28|late|dt is 2026-01-28 (must be at most 2 days before that of its file, 2026-01-31)",
                        "6|5,2026-02-01|partition|dt is 2026-02-01 (must not be after that of its file, 2026-01-31)",
                        "7|6,|partition|dt is NULL",
                        "9|\"8,2026-01-30|corrupt|the quote that opens cell 1 is not closed");
        assertThat(staged.account().elsewhere()).isEqualTo(3);
        assertThat(staged.account().balances()).isTrue();
        assertThat(staged.late().values())
                .containsExactly(Map.of(LocalDate.of(2026, 1, 30), 2L, LocalDate.of(2026, 1, 29), 1L));
    }

    @Test
    void anEarlierDayJudgesItsLateRowsAndNothingElseOfTheFile() {
        StagedSource staged = raw(LAST.minusDays(1)).stage();

        assertThat(Raw.kept(staged)).containsExactly("[2,2026-01-30,2026-01-30]");
        assertThat(Raw.setAside(staged)).containsExactly("8|x,2026-01-30|type \"v\"|v is 'x' (must be INT)");
        assertThat(staged.setAside().select("dt").collectAsList()).hasToString("[[2026-01-30]]");
        assertThat(staged.account().judged()).isEqualTo(2);
        assertThat(staged.account().balances()).isTrue();
    }

    @Test
    void everyRowHasExactlyOneHome() {
        long judged = 0;
        for (int back = 0; back <= 4; back++) {
            judged += raw(LAST.minusDays(back)).stage().account().judged();
        }
        assertThat(judged).isEqualTo(8);
    }

    @Test
    void aRangeTellsOfTheLateRowsOfItsOwnDaysToo() {
        Raw raw = raw(LAST);
        raw.scope = new Scope(LAST.minusDays(1), LAST);

        StagedSource staged = raw.stage();

        assertThat(Raw.kept(staged)).containsExactly("[1,2026-01-31,2026-01-31]", "[2,2026-01-30,2026-01-30]");
        assertThat(staged.late().values())
                .containsExactly(Map.of(LocalDate.of(2026, 1, 30), 2L, LocalDate.of(2026, 1, 29), 1L));
        assertThat(staged.account().elsewhere()).isEqualTo(1);
    }

    @Test
    void whoeverIgnoresRowsOutsideIgnoresThoseThatComeTooLate() {
        Raw raw = raw(LAST);
        raw.outside = Source.Outside.IGNORE;

        StagedSource staged = raw.stage();

        assertThat(staged.account().outside()).isEqualTo(2);
        assertThat(staged.account().quarantinedBy()).containsOnlyKeys("partition");
        assertThat(staged.account().balances()).isTrue();
    }

    @Test
    void monthsLookBackMonths() {
        Raw raw = Raw.csv(folder, "v INT, at DATE")
                .file("m=2026-03/a.csv", "v,at\n1,2026-03-31\n2,2026-02-01\n3,2026-01-31\n");
        raw.path = raw.folder + "/m=${dt}/";
        raw.partition = "at";
        raw.partitioning = new Partitioning(List.of("m"), Grain.MONTH, 1);
        raw.scope = new Scope(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31));

        StagedSource staged = raw.stage();

        assertThat(Raw.kept(staged)).containsExactly("[1,2026-03-31,2026-03]");
        assertThat(staged.account().quarantinedBy()).containsOnlyKeys("late");
        assertThat(staged.late().values()).containsExactly(Map.of(LocalDate.of(2026, 2, 1), 1L));
    }

    /** Returns a source of which just the files of the last day are read, by the run of another or the same day. */
    private Raw raw(LocalDate claimed) {
        Raw raw = Raw.csv(folder, "v INT, at DATE").file("dt=2026-01-31/a.csv", DAY);
        raw.path = raw.folder + "/dt=${dt}/";
        raw.partition = "at";
        raw.partitioning = new Partitioning(List.of("dt"), Grain.DAY, 2);
        raw.listed = new Scope(LAST, LAST);
        raw.scope = new Scope(claimed, claimed);
        return raw;
    }
}
