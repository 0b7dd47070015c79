/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.detect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SketchBufferTest {

    private static final long KEY = 42;

    @Test
    void whatATaskLeavesOutOfItsReportMayStillHaveBeenThere() {
        SketchBuffer all = new SketchBuffer(2);
        for (int rows : new int[] {100, 5}) {
            all.merge(SketchBuffer.ofReport(task(rows).report(), 2));
        }

        // 5 of 320 rows are no more than 320 / 2 / 16 and are not told; each task may withhold as many of any key.
        assertThat(all.sketch().counts()).containsExactly(new HashCount(KEY, 100, 120));
        assertThat(all.sketch().rows()).isEqualTo(640);
    }

    @Test
    void countersGrowWithThePartitions() {
        assertThat(SketchBuffer.slots(1)).isEqualTo(512);
        assertThat(SketchBuffer.slots(200)).isEqualTo(4096);
        assertThat(SketchBuffer.slots(Integer.MAX_VALUE)).isEqualTo(1 << 18);
    }

    private static SketchBuffer task(int rows) {
        SketchBuffer buffer = new SketchBuffer(2);
        for (int i = 0; i < 320; i++) {
            buffer.add(i < rows ? KEY : 1000 + i);
        }
        return buffer;
    }
}
