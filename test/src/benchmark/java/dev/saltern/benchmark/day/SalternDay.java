/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark.day;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The pipeline as the command line and spark-submit run it: rules, quarantine, seal, audit, journal, catalog and report included.
 *
 * @param conf the folder with the pipeline and the environment {@code benchmark}
 * @param lake the lake of this process, which opens no other
 */
record SalternDay(Path conf, Path lake) implements DayWork {
    @Override
    public DayPhases run(Path raw, Path out) throws IOException {
        // Else the second run of a process would find its day done.
        Files.setLastModifiedTime(raw.resolve("sensors/sensors.csv"), FileTime.from(Instant.now()));
        SalternRun run = SalternRun.published(List.of(
                "run",
                "sensor-daily",
                "--date",
                DayData.DAY.toString(),
                "--conf",
                conf.toString(),
                "--env",
                "benchmark",
                "--set",
                "raw=" + raw,
                "--set",
                "lake=" + lake));
        expose(out);
        return run.phases();
    }

    /** Links the folders of the latest run of each table, so that they are found where others write theirs. */
    private void expose(Path out) throws IOException {
        Files.createDirectories(out);
        try (Stream<Path> tables = Files.list(lake.resolve("_runs"))) {
            for (Path table : tables.toList()) {
                try (Stream<Path> runs = Files.list(table)) {
                    Path latest = runs.max((one, other) -> modified(one).compareTo(modified(other)))
                            .orElseThrow();
                    Files.createSymbolicLink(out.resolve(table.getFileName()), latest.toAbsolutePath());
                }
            }
        }
    }

    private static FileTime modified(Path path) {
        try {
            return Files.getLastModifiedTime(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
