/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HistoryTest {
    private static final String DAY_BEFORE = "2026-01-30T235959Z-20260131-f66bf214-01M8ET87VPRZHRSHY47X2H0AM9";
    private static final String FIRST = "2026-01-31T030000Z-20260201-f66bf214-01M8ET87VPRZHRSHY47X2H0AM2";
    private static final String SECOND = "2026-01-31T030000Z-20260130-1f3a9c02-01M8ET87VPRZHRSHY47X2H0AM3";

    @Test
    void runsOfOneSecondAreInTheOrderOfTheirStartsWhateverTheirDays(@TempDir Path lake) throws IOException {
        Path folder = Files.createDirectories(lake.resolve("_reports/harbour"));
        for (String name : List.of(SECOND, FIRST, DAY_BEFORE)) {
            Files.writeString(folder.resolve(name + ".json"), "{}");
        }

        assertThat(new History(lake.toString(), new Configuration()).names("harbour"))
                .containsExactly(DAY_BEFORE, FIRST, SECOND);
    }
}
