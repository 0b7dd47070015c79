/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SplitTest {
    private static final StructType SCHEMA = StructType.fromDDL("a STRING, b STRING");

    private static final Configuration HADOOP = new Configuration();

    @TempDir
    Path folder;

    @Test
    void splitsGiveTheSameRowsAsTheWholeFileWhateverTheirBoundaries() throws IOException {
        Random random = new Random(42);
        for (int round = 0; round < 40; round++) {
            boolean header = round % 2 == 0;
            Path file = folder.resolve("f" + round + ".csv");
            Files.writeString(file, text(random, header), StandardCharsets.UTF_8);
            List<String> whole = rows(file, header, Long.MAX_VALUE);
            for (long split : new long[] {1, 2, 3, 7, 16, 50}) {
                assertThat(rows(file, header, split))
                        .as("round %d, split %d", round, split)
                        .isEqualTo(whole);
            }
        }
    }

    private static String text(Random random, boolean header) {
        String end = random.nextBoolean() ? "\r\n" : "\n";
        StringBuilder text = new StringBuilder(random.nextInt(3) == 0 ? "\ufeff" : "");
        text.append(end.repeat(random.nextInt(3))).append(header ? "b,a" + end : "");
        for (int i = 0; i < random.nextInt(30); i++) {
            text.append("\u00e9".repeat(random.nextInt(12)))
                    .append(',')
                    .append(i)
                    .append(end);
            text.append(end.repeat(random.nextInt(4) == 0 ? 2 : 0));
        }
        text.append("last,line").append(random.nextBoolean() ? end : "");
        return text.toString();
    }

    private static List<String> rows(Path file, boolean header, long splitBytes) throws IOException {
        TextLayout layout = new TextLayout(
                TextLayout.Format.CSV,
                header,
                ",",
                "\"",
                "\"",
                false,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                ZoneOffset.UTC,
                "UTF-8");
        RawFile raw = new RawFile(file.toUri().toString(), Files.size(file), null);
        ReadRequest request = new ReadRequest(layout, SCHEMA, 2, null, List.of(raw), splitBytes);
        List<FileSlice> slices = new ArrayList<>();
        for (SlicePartition partition : new SlicePacking(splitBytes, 1).pack(request.files(), any -> true)) {
            slices.addAll(partition.slices());
        }
        List<String> rows = new ArrayList<>();
        for (FileSlice slice : slices.stream()
                .sorted((x, y) -> Long.compare(x.start(), y.start()))
                .toList()) {
            try (RawReader reader = new RawReader(request, HADOOP, List.of(slice))) {
                while (reader.next()) {
                    InternalRow row = reader.get();
                    rows.add(row.getUTF8String(0) + "|" + row.getUTF8String(1) + "|" + row.getUTF8String(5) + "|"
                            + row.getUTF8String(8));
                }
            }
        }
        return rows;
    }
}
