/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.jobs.publish.run.InputFile;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FileChangesTest {
    private static final Set<String> DAY = Set.of("2026-01-29");

    @Test
    void unchangedFilesGiveNoReasonWhateverIsKnownOfThem() {
        InputFile now = file("/raw/a.csv", "1", "2026-01-29", List.of());
        InputFile before = file("/raw/a.csv", "1", "2026-01-29", List.of("2026-01-28"));
        assertThat(FileChanges.between(List.of(before), List.of(now), DAY)).isEmpty();
    }

    @Test
    void filesOfTheDayAreNamedByWhatBecameOfThem() {
        List<InputFile> before = List.of(
                file("/raw/gone.csv", "1", "2026-01-29", List.of()), file("/raw/b.csv", "1", "2026-01-29", List.of()));
        List<InputFile> now = List.of(
                file("/raw/b.csv", "2", "2026-01-29", List.of()), file("/raw/new.csv", "1", "2026-01-29", List.of()));
        assertThat(FileChanges.between(before, now, DAY))
                .containsExactly(new Reason(Reason.Kind.FILES, "b.csv replaced, new.csv added, gone.csv removed"));
    }

    @Test
    void filesOfLaterDaysAreLateOnesAndFilesOfNoDayAreShared() {
        List<InputFile> now = List.of(
                file("/raw/l.csv", "1", "2026-01-31", List.of("2026-01-29")),
                file("/raw/sensors.csv", "2", null, List.of()));
        assertThat(FileChanges.between(List.of(file("/raw/sensors.csv", "1", null, List.of())), now, DAY))
                .containsExactly(
                        new Reason(Reason.Kind.LATE, "late rows: l.csv of 2026-01-31 added"),
                        new Reason(Reason.Kind.SHARED, "file of every day: sensors.csv replaced"));
    }

    @Test
    void manyFilesAreCounted() {
        List<InputFile> now = List.of("a", "b", "c", "d", "e").stream()
                .map(name -> file("/raw/" + name, "1", "2026-01-29", List.of()))
                .toList();
        assertThat(FileChanges.between(List.of(), now, DAY))
                .containsExactly(new Reason(Reason.Kind.FILES, "a, b, c and 2 more added"));
    }

    private static InputFile file(String path, String version, String period, List<String> late) {
        return new InputFile(path, 7, version, "readings", period, late);
    }
}
