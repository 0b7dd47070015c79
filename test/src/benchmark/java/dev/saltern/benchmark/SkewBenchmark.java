/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.transforms.skew.Slots;
import dev.saltern.transforms.skew.detect.SkewDetector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What skew costs on 64 slots, untreated and treated in every way: all contestants in turn, medians of ratios within a round. */
class SkewBenchmark {
    /** Slots that are planned for, and partitions of each shuffle. */
    static final int SLOTS = 64;

    private static final long ROWS = Long.getLong("benchmark.rows", 20_000_000L);
    /** Spark's limit for 20 M rows, and as much less for fewer, or the partners of a small trial would all be broadcast. */
    private static final long BROADCAST_BYTES = Math.min(10L << 20, (10L << 20) * ROWS / 20_000_000);

    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 3);
    /** Regular expressions that the labels of shapes and cases contain. */
    private static final Pattern SHAPES = Pattern.compile(System.getProperty("benchmark.shapes", ""));

    private static final Pattern CASES = Pattern.compile(System.getProperty("benchmark.cases", ""));
    /** What is taken for the length of a task: the time it ran for, or its processor time if others use the machine. */
    private static final boolean BY_PROCESSOR = System.getProperty("benchmark.clock", "run").equals("cpu");

    private static final Path DOCUMENT = Path.of("../docs/performance-skew.md");
    private static final List<String> KEY = List.of("key");

    @TempDir
    private Path folder;

    private final SparkSession session = SparkSession.builder()
            .master("local[2]")
            .config("spark.default.parallelism", SLOTS)
            .config("spark.sql.shuffle.partitions", SLOTS)
            .config("spark.sql.autoBroadcastJoinThreshold", BROADCAST_BYTES)
            .config("spark.ui.enabled", false)
            .config("spark.driver.host", "localhost")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS")
            .getOrCreate();

    @Test
    void stepsOverSkewedKeys() throws IOException, TimeoutException {
        Rivals rivals = new Rivals(session, BY_PROCESSOR);
        Map<Shape, String> detections = new EnumMap<>(Shape.class);
        List<Outcome> outcomes = new ArrayList<>();
        for (Shape shape : Shape.values()) {
            if (!SHAPES.matcher(shape.label()).find()) {
                continue;
            }
            Tables tables = tables(shape, detections);
            for (Case step : cases(shape)) {
                outcomes.add(rivals.race(step, shape, tables, ROUNDS));
                String clock = BY_PROCESSOR ? "their processor time" : "the time that they ran for";
                Files.writeString(DOCUMENT, SkewPage.page(ROWS, ROUNDS, clock, detections, outcomes));
            }
            FileUtils.deleteDirectory(folder.resolve(shape.name()).toFile());
        }
        assertThat(DOCUMENT).isNotEmptyFile();
    }

    /** Without partners, {@link Shape#BOTH} says nothing that other shapes do not say. */
    private static List<Case> cases(Shape shape) {
        return Stream.of(Case.values())
                .filter(step -> CASES.matcher(step.label()).find())
                .filter(step -> shape != Shape.BOTH || step.isJoin())
                .toList();
    }

    private Tables tables(Shape shape, Map<Shape, String> detections) throws TimeoutException {
        Dataset<Row> facts = stored(shape, "facts", shape.facts(session, ROWS));
        Dataset<Row> partners = stored(shape, "partners", shape.partners(session, ROWS));
        Slots slots = Slots.of(session);
        AtomicReference<Tables> tables = new AtomicReference<>();
        Measured detection = new Meter(session)
                .measure(() -> tables.set(new Tables(
                        facts,
                        partners,
                        SkewDetector.measure(facts, KEY, slots),
                        SkewDetector.measure(partners, KEY, slots))));
        detections.put(shape, SkewPage.detection(shape, tables.get(), detection));
        System.err.print(detections.get(shape));
        return tables.get();
    }

    private Dataset<Row> stored(Shape shape, String name, Dataset<Row> rows) {
        String path = folder.resolve(shape.name()).resolve(name).toString();
        rows.write().parquet(path);
        return session.read().parquet(path);
    }
}
