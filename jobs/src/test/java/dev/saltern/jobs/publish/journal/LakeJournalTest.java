/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.jobs.publish.run.Lake;
import dev.saltern.jobs.publish.store.Creation;
import dev.saltern.jobs.publish.store.HadoopStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeJournalTest {
    @TempDir
    private Path root;

    @Test
    void entryComesBackAsItWasWritten() {
        LakeJournal journal = journal();
        assertThat(journal.head("t")).isEmpty();
        assertThat(journal.append("t", entry(1, "a"))).isEqualTo(Creation.CREATED);
        assertThat(journal.head("t")).hasValue(1);
        assertThat(journal.load("t", 1)).isEqualTo(entry(1, "a"));
        assertThat(journal.load("t", 1).changes().get(0).values().keySet()).containsExactly("year", "month");
    }

    @Test
    void versionIsWrittenOnceAndNeverChanged() throws IOException {
        LakeJournal journal = journal();
        assertThat(journal.append("t", entry(1, "a"))).isEqualTo(Creation.CREATED);
        assertThat(journal.append("t", entry(1, "b"))).isEqualTo(Creation.TAKEN);
        assertThat(journal.load("t", 1).runId()).isEqualTo("a");
        try (Stream<Path> files = Files.list(root.resolve("_journal/t"))) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("v000000000001.json");
        }
    }

    @Test
    void onlyOneOfManyWritersGetsTheVersion() {
        LakeJournal journal = journal();
        long winners = Stream.iterate(0, i -> i + 1)
                .limit(16)
                .parallel()
                .filter(i -> journal.append("t", entry(1, "run" + i)) == Creation.CREATED)
                .count();
        assertThat(winners).isEqualTo(1);
    }

    @Test
    void holeIsRefusedByName() throws IOException {
        LakeJournal journal = journal();
        journal.append("t", entry(1, "a"));
        journal.append("t", entry(2, "b"));
        journal.append("t", entry(3, "c"));
        Files.delete(root.resolve("_journal/t/v000000000002.json"));
        assertThatThrownBy(() -> journal.head("t"))
                .hasMessageContaining("v000000000002.json is missing, and version 3 exists")
                .extracting(e -> ((SalternException) e).exitCode())
                .isEqualTo(ExitCode.UNSOUND);
        assertThatThrownBy(() -> journal.append("t", entry(4, "d"))).hasMessageContaining("v000000000002.json");
    }

    @Test
    void versionThatWouldLeaveAHoleIsRefused() {
        LakeJournal journal = journal();
        assertThatThrownBy(() -> journal.append("t", entry(2, "a")))
                .hasMessageContaining("v000000000001.json is missing, and version 2 was to follow it");
    }

    @Test
    void temporaryFileOfAKilledWriterMeansNothing() throws IOException {
        LakeJournal journal = journal();
        journal.append("t", entry(1, "a"));
        Files.writeString(root.resolve("_journal/t/.v000000000002.json.1234.tmp"), "{\"version\" : 2, \"ru");
        assertThat(journal.head("t")).hasValue(1);
        assertThat(journal.append("t", entry(2, "b"))).isEqualTo(Creation.CREATED);
    }

    @Test
    void entryThatIsNotJsonIsNamed() throws IOException {
        Files.createDirectories(root.resolve("_journal/t"));
        Files.writeString(root.resolve("_journal/t/v000000000001.json"), "{\"version\" : 1, \"ru");
        assertThatThrownBy(() -> journal().load("t", 1))
                .hasMessageStartingWith("Cannot read journal entry ")
                .hasMessageContaining("v000000000001.json");
    }

    @Test
    void journalOnAnotherFileSystemIsRefused() {
        assertThatThrownBy(() -> HadoopStore.local("hdfs://host/lake", new Configuration()))
                .hasMessageStartingWith(
                        "Cannot keep a journal on hdfs://host/lake: it needs S3 or the local file system")
                .extracting(e -> ((SalternException) e).exitCode())
                .isEqualTo(ExitCode.INVALID_CONFIGURATION);
    }

    private LakeJournal journal() {
        return new LakeJournal(HadoopStore.local(new Lake(root.toString()).root(), new Configuration()));
    }

    private static JournalEntry entry(long version, String runId) {
        Map<String, String> values = new java.util.LinkedHashMap<>();
        values.put("year", "2026");
        values.put("month", "1");
        return new JournalEntry(
                version,
                runId,
                "key",
                "20260131",
                Instant.parse("2026-02-01T03:04:05.006Z"),
                List.of(new Change(values, "old", null, 0, "")),
                List.of(new PartitionState(values, null, 0, "", runId, version)));
    }
}
