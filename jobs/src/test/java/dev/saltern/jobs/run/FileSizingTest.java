/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.conf.ByteSize;
import dev.saltern.jobs.report.RunReport;
import org.junit.jupiter.api.Test;

class FileSizingTest {
    @Test
    void fileTakesInSoMuchOfTheShuffleAsTheRatioSaysWithinBounds() {
        ByteSize target = new ByteSize(1 << 20);
        assertThat(FileSizing.shuffledBytes(target, 0.25)).isEqualTo(4 << 20);
        assertThat(FileSizing.shuffledBytes(target, 3)).isEqualTo(1 << 20);
        assertThat(FileSizing.shuffledBytes(target, 0)).isEqualTo(16 << 20);
    }

    @Test
    void ratioIsThatOfTheRowsThatStayed() {
        assertThat(line(80, 15, 5, 400L, 1000L).bytesPerShuffledByte()).hasValue(0.5);
        assertThat(line(80, 0, 0, null, 1000L).bytesPerShuffledByte()).isEmpty();
        assertThat(line(80, 0, 0, 400L, null).bytesPerShuffledByte()).isEmpty();
        assertThat(line(0, 9, 0, 400L, 1000L).bytesPerShuffledByte()).isEmpty();
    }

    private static RunReport.TableLine line(long rows, long quarantined, long dropped, Long bytes, Long shuffled) {
        return new RunReport.TableLine("t", 1L, 1, rows, quarantined, dropped, bytes, shuffled);
    }
}
