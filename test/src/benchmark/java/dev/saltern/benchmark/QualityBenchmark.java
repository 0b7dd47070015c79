/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What twelve rules cost beside the write: all contestants in turn, several rounds, medians of ratios within a round. */
class QualityBenchmark {
    private static final long ROWS = Long.getLong("benchmark.rows", 20_000_000L);
    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 3);
    private static final String KINDS = System.getProperty("benchmark.kinds", "both");
    /** A regular expression that the names of the contestants contain; the write alone always takes part. */
    private static final Pattern ONLY = Pattern.compile(System.getProperty("benchmark.only", ""));

    private static final Path DOCUMENT = Path.of("../docs/performance-quality.md");

    @TempDir
    private Path folder;

    private final SparkSession session = SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", false)
            .config("spark.driver.host", "localhost")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.sql.shuffle.partitions", 8)
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS")
            .getOrCreate();

    @Test
    void writeOfReadings() throws IOException, TimeoutException {
        for (boolean dirty : List.of(false, true)) {
            if (KINDS.equals(dirty ? "clean" : "dirty")) {
                continue;
            }
            warm(dirty);
            Map<String, List<Measured>> measured = measure(contestants(dirty, ROWS));
            String section = Page.table(dirty, ROWS, measured) + QualityGoals.of(dirty, measured);
            Files.writeString(DOCUMENT, Page.with(Files.exists(DOCUMENT) ? Files.readString(DOCUMENT) : "", section));
        }
        assertThat(DOCUMENT).isNotEmptyFile();
    }

    /** Every contestant once on few rows, so that none pays for the compilers. */
    private void warm(boolean dirty) throws IOException {
        for (Consumer<String> contestant : contestants(dirty, ROWS / 10).values()) {
            contestant.accept(
                    Files.createTempDirectory(folder, "warm").resolve("table").toString());
        }
    }

    private Map<String, Consumer<String>> contestants(boolean dirty, long rows) {
        Map<String, Consumer<String>> contestants =
                new LinkedHashMap<>(new Contestants(stored(dirty, rows), dirty).all());
        contestants
                .keySet()
                .removeIf(name ->
                        !name.equals(Contestants.ALONE) && !ONLY.matcher(name).find());
        return contestants;
    }

    private Dataset<Row> stored(boolean dirty, long rows) {
        String path = folder.resolve((dirty ? "dirty" : "clean") + rows).toString();
        Readings.rows(session, rows, dirty ? 100 : 0).write().parquet(path);
        return session.read().parquet(path);
    }

    private Map<String, List<Measured>> measure(Map<String, Consumer<String>> contestants)
            throws IOException, TimeoutException {
        Map<String, List<Measured>> measured = new LinkedHashMap<>();
        Meter meter = new Meter(session);
        for (int round = 1; round <= ROUNDS; round++) {
            for (Map.Entry<String, Consumer<String>> contestant : contestants.entrySet()) {
                Path target = Files.createTempDirectory(folder, "run");
                Measured run = meter.measure(() ->
                        contestant.getValue().accept(target.resolve("table").toString()));
                FileUtils.deleteDirectory(target.toFile());
                System.err.printf("round %d  %-55s %s%n", round, contestant.getKey(), run);
                measured.computeIfAbsent(contestant.getKey(), name -> new ArrayList<>())
                        .add(run);
            }
        }
        return measured;
    }
}
