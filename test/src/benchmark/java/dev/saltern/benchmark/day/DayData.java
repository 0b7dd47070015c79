/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark.day;

import dev.saltern.submit.sample.SampleGenerator;
import dev.saltern.submit.sample.SampleSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** The raw files of the day: the same for the same number of rows. */
final class DayData {
    static final LocalDate DAY = LocalDate.of(2026, 1, 31);

    private static final int SENSORS = 1_000;
    private static final long SEED = 9;
    private static final double DIRT = 0.01;
    private static final double HOT = 0.2;

    private DayData() {}

    /** Returns the folder of the files, made unless an earlier call has. */
    static Path of(Path target, long rows) throws IOException {
        Path folder = target.resolve("raw-" + rows);
        Path done = folder.resolve("done");
        if (!Files.exists(done)) {
            new SampleGenerator(new SampleSpec(folder, DAY, 1, rows, SENSORS, SEED, DIRT, HOT)).generate();
            Files.createFile(done);
        }
        return folder;
    }

    static Path readings(Path raw) {
        return raw.resolve("readings/dt=" + DAY);
    }
}
