/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark.day;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/**
 * The raw files and the pipeline of a point; the same for the same point.
 *
 * @param point what is wanted
 * @param folder its own
 */
record GrowthData(GrowthPoint point, Path folder) {
    static final LocalDate FIRST = LocalDate.of(1997, 1, 1);

    private static final int KEYS = 5_000;

    LocalDate last() {
        return FIRST.plusDays(point.partitions() - 1L);
    }

    /** Writes all of it; what is there already becomes new, for else its days would be found done. */
    void write() throws IOException {
        if (Files.exists(folder)) {
            for (int file = 0; file < point.files(); file++) {
                Files.setLastModifiedTime(path(file), FileTime.from(Instant.now()));
            }
            return;
        }
        Files.createDirectories(folder.resolve("raw"));
        Files.createDirectories(folder.resolve("conf/pipelines"));
        Files.createDirectories(folder.resolve("conf/environments"));
        for (int file = 0; file < point.files(); file++) {
            writeFile(file);
        }
        Files.writeString(folder.resolve("conf/pipelines/" + point.name() + ".yaml"), pipeline());
        Files.writeString(folder.resolve("conf/environments/benchmark.yaml"), DayConf.environment(""));
    }

    private void writeFile(int file) throws IOException {
        StringBuilder lines = new StringBuilder();
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path(file)), 1 << 16)) {
            for (long id = file; id < point.rows(); id += point.files()) {
                line(lines, id);
                if (lines.length() > 1 << 16) {
                    out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
                    lines.setLength(0);
                }
            }
            out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private Path path(int file) {
        return folder.resolve(String.format(Locale.ROOT, "raw/part-%05d.ndjson.gz", file));
    }

    /** One row in a hundred has a value that the rules do not allow. */
    private void line(StringBuilder lines, long id) {
        long mixed = ((id + 1) * 0x9E3779B97F4A7C15L) >>> 20;
        long value = id % 100 == 99 ? 999_999 : mixed % 10_000;
        lines.append("{\"id\":")
                .append(id)
                .append(",\"key\":\"k-")
                .append(mixed % KEYS)
                .append("\",\"day\":\"")
                .append(FIRST.plusDays(id % point.partitions()))
                .append("\",\"value\":")
                .append(value / 100)
                .append('.')
                .append(value % 100 / 10)
                .append(value % 10)
                .append("}\n");
    }

    private String pipeline() {
        String rules = IntStream.range(0, point.rules())
                .mapToObj(rule -> "        ColumnValues \"value\" between -1 and " + (1_000 + rule))
                .collect(Collectors.joining(",\n"));
        String outputs = IntStream.range(0, point.outputs())
                .mapToObj(output -> "  %s_%d: {from: rows, rules: {fail: 'IsComplete \"key\"'}}%n"
                        .formatted(point.name().replace('-', '_'), output))
                .collect(Collectors.joining());
        return """
                pipeline: %s
                partition: {column: dt, grain: day}
                sources:
                  events:
                    path: ${raw}/
                    format: json
                    schema: id BIGINT NOT NULL, key STRING NOT NULL, day DATE NOT NULL, value DOUBLE NOT NULL
                    partition: day
                    rules:
                      quarantine: |
                %s
                steps:
                  - {name: rows, sql: "SELECT dt, key, count(*) AS n, round(avg(value), 6) AS mean, max(id) AS latest FROM events GROUP BY dt, key"}
                outputs:
                %s""".formatted(point.name(), rules, outputs);
    }
}
