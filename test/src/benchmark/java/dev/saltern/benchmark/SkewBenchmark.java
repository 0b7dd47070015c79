/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.transforms.skew.Slots;
import dev.saltern.transforms.skew.detect.SkewDetector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
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
    /** Regular expressions that the labels of shapes, cases and contestants contain. */
    private static final Pattern SHAPES = Pattern.compile(System.getProperty("benchmark.shapes", ""));

    private static final Pattern CASES = Pattern.compile(System.getProperty("benchmark.cases", ""));
    private static final Pattern CONTESTANTS = Pattern.compile(System.getProperty("benchmark.contestants", ""));
    /** What is taken for the length of a task: the time it ran for, or its processor time if others use the machine. */
    private static final boolean BY_PROCESSOR =
            System.getProperty("benchmark.clock", "run").equals("cpu");

    /** Figures of earlier runs, so that a long matrix can be measured in parts. To be deleted when the code has changed. */
    private static final Path LEDGER = Path.of("target/benchmark/skew.jsonl");

    private static final Path DOCUMENT = Path.of("../docs/performance-skew.md");
    private static final List<String> KEY = List.of("key");

    @TempDir
    private Path folder;

    private final SparkSession session = SparkSession.builder()
            .master("local[2]")
            .config("spark.default.parallelism", SLOTS)
            .config("spark.sql.shuffle.partitions", SLOTS)
            .config("spark.sql.autoBroadcastJoinThreshold", BROADCAST_BYTES)
            // The writer that shuffles of more than 200 partitions have: the other one opens 64 files in each small
            // task.
            .config("spark.shuffle.sort.bypassMergeThreshold", 1)
            // Pages of 64 MB would cost each small task more than its work, and hide how much memory it needs.
            .config("spark.buffer.pageSize", "1m")
            .config("spark.ui.enabled", false)
            .config("spark.driver.host", "localhost")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS")
            .getOrCreate();

    @Test
    void stepsOverSkewedKeys() throws IOException, TimeoutException {
        // A line of the log for each of so many short tasks would be measured with them.
        session.sparkContext().setLogLevel("WARN");
        Rivals rivals = new Rivals(
                session, BY_PROCESSOR, label -> CONTESTANTS.matcher(label).find());
        Ledger ledger = Ledger.open(LEDGER);
        for (Shape shape : Shape.values()) {
            if (!SHAPES.matcher(shape.label()).find()) {
                continue;
            }
            List<Case> cases = cases(shape);
            if (cases.isEmpty()) {
                continue;
            }
            Tables tables = tables(shape, ledger);
            Tables warmUp = tables.withFacts(firstFiles(tables.facts()));
            for (Case step : cases) {
                ledger.add(new LedgerLine(shape, ROWS, null, rivals.race(step, shape, tables, warmUp, ROWS, ROUNDS)));
                Files.writeString(DOCUMENT, SkewPage.page(ledger.detections(), ledger.outcomes()));
            }
            FileUtils.deleteDirectory(folder.resolve(shape.name()).toFile());
        }
        // Also if nothing was to be measured: the page of what was.
        Files.writeString(DOCUMENT, SkewPage.page(ledger.detections(), ledger.outcomes()));
        assertThat(DOCUMENT).isNotEmptyFile();
    }

    /** Without partners, {@link Shape#BOTH} says nothing that other shapes do not say. */
    private static List<Case> cases(Shape shape) {
        return Stream.of(Case.values())
                .filter(step -> CASES.matcher(step.label()).find())
                .filter(step -> shape != Shape.BOTH || step.isJoin())
                .toList();
    }

    private Tables tables(Shape shape, Ledger ledger) throws IOException, TimeoutException {
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
        String line = SkewPage.detection(shape, ROWS, tables.get(), detection);
        System.err.print(line);
        ledger.add(new LedgerLine(shape, ROWS, line, null));
        return tables.get();
    }

    /** An eighth of the facts, for runs that only let code be compiled. */
    private Dataset<Row> firstFiles(Dataset<Row> facts) {
        String[] files = facts.inputFiles();
        Arrays.sort(files);
        return session.read().schema(facts.schema()).parquet(Arrays.copyOf(files, Math.max(1, files.length / 8)));
    }

    private Dataset<Row> stored(Shape shape, String name, Dataset<Row> rows) {
        String path = folder.resolve(shape.name()).resolve(name).toString();
        rows.write().parquet(path);
        return session.read().parquet(path);
    }
}
