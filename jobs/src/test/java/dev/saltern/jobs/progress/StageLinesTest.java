/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.conf.terminal.Terminal;
import dev.saltern.jobs.TestSession;
import dev.saltern.jobs.observe.StageObserver;
import dev.saltern.jobs.observe.Totals;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.spark.api.java.function.ForeachPartitionFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looks at a stage of Spark that takes a while. */
class StageLinesTest {
    private static final Terminal TERMINAL = new Terminal(true, 80, false, false);
    private static final Pattern BAR = Pattern.compile("  stage \\d+ +█+░+ +[12]/3 tasks  \\d+ rows  \\d+ B.*");

    private final SparkSession session = TestSession.session();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private void work(Terminal terminal) throws IOException {
        for (int i = 0; i < 3; i++) {
            Files.writeString(folder.resolve(i + ".csv"), "a\nb\n");
        }
        try (StageLines lines =
                new StageLines(session.sparkContext(), new PrintWriter(err), terminal, () -> List.of("reading"))) {
            lines.say("begun");
            ForeachPartitionFunction<Row> slow = rows -> {
                rows.forEachRemaining(row -> {});
                Thread.sleep(500);
            };
            session.read()
                    .schema("a STRING")
                    .csv(folder.toString())
                    .repartition(3)
                    .foreachPartition(slow);
        }
    }

    @Test
    void terminalShowsABarForTheStage() throws IOException {
        work(TERMINAL);

        assertThat(err.toString().split("\u001b\\[K|\n"))
                .anyMatch(line -> BAR.matcher(line).find());
        assertThat(err.toString()).contains("s  reading").endsWith("\u001b[J");
    }

    @Test
    void logGetsNoControlSequences() throws IOException {
        work(Terminal.PLAIN);

        assertThat(err.toString()).matches(" +[0-9.]+ s  begun\\R").doesNotContain("\u001b", "█");
    }

    @Test
    void sumsAreThoseOfTheTasks() throws Exception {
        Files.writeString(folder.resolve("a.csv"), "a\nb\nc\n");
        StageObserver board = StageObserver.ofAll(session.sparkContext());

        session.read()
                .schema("a STRING")
                .csv(folder.toString())
                .repartition(3)
                .foreachPartition((ForeachPartitionFunction<Row>) rows -> rows.forEachRemaining(row -> {}));
        session.sparkContext().listenerBus().waitUntilEmpty();
        session.sparkContext().removeSparkListener(board);

        // The file is read once, the shuffle has three tasks.
        assertThat(board.totals()).isEqualTo(new Totals(4, 4, 3));
        assertThat(board.active()).isEmpty();
    }
}
