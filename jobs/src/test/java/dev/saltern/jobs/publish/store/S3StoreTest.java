/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saltern.conf.Access;
import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.jobs.aws.AwsClients;
import dev.saltern.jobs.aws.Interceptors;
import dev.saltern.jobs.publish.journal.JournalEntry;
import dev.saltern.jobs.publish.journal.LakeJournal;
import dev.saltern.test.kit.Aws;
import dev.saltern.test.kit.AwsEmulator;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

@ExtendWith(AwsEmulator.class)
final class S3StoreTest {
    private static final byte[] MINE = "mine".getBytes(StandardCharsets.UTF_8);
    private static final byte[] THEIRS = "theirs".getBytes(StandardCharsets.UTF_8);

    private static Access access;

    @BeforeAll
    static void bucket(Aws aws) {
        access = new Access(Aws.REGION, aws.endpoint().toString(), true);
        aws.createBucket("lake");
    }

    @AfterEach
    void noInterceptors() {
        System.clearProperty(Interceptors.PROPERTY);
    }

    private static S3Store store(String folder) {
        return new S3Store("s3://lake/" + folder, AwsClients.of(access));
    }

    @Test
    void aDocumentIsCreatedOnceAndStaysAsItIs() {
        S3Store store = store("once");

        assertThat(store.read("a b/d.json")).isEmpty();
        assertThat(store.create("a b/d.json", MINE)).isEqualTo(Creation.CREATED);
        assertThat(store.create("a b/d.json", THEIRS)).isEqualTo(Creation.TAKEN);
        assertThat(store.read("a b/d.json")).contains(MINE);

        store.replace("a b/d.json", THEIRS);
        assertThat(store.read("a b/d.json")).contains(THEIRS);
    }

    @Test
    void aLostAnswerIsUnknownAndNoConflict() {
        System.setProperty(Interceptors.PROPERTY, LostAnswer.class.getName());
        S3Store store = store("lost");

        LostAnswer.loseNext();
        assertThat(store.create("d.json", MINE)).isEqualTo(Creation.UNKNOWN);
        assertThat(store.read("d.json")).contains(MINE);
    }

    /** Why the client that creates documents repeats nothing: the trap is real. */
    @Test
    void aRepeatedConditionalWriteIsRefusedBecauseOfItself() {
        System.setProperty(Interceptors.PROPERTY, LostAnswer.class.getName());
        S3Client repeating = AwsClients.of(access).s3();

        LostAnswer.loseNext();
        assertThatThrownBy(() -> repeating.putObject(
                        request -> request.bucket("lake").key("trap").ifNoneMatch("*"), RequestBody.fromBytes(MINE)))
                .isInstanceOfSatisfying(
                        S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(412));
    }

    @Test
    void listingsGoOverPages() {
        System.setProperty(Interceptors.PROPERTY, SmallPages.class.getName());
        S3Store store = store("pages");
        List<String> paths =
                IntStream.range(0, 5).mapToObj(i -> "runs/r" + i + "/part").toList();
        paths.forEach(path -> store.create(path, MINE));
        store.create("runs/r0/dt=2026-01-31/part", THEIRS);
        store.replace("runs/", new byte[0]);

        assertThat(store.names("runs")).containsExactly("r0", "r1", "r2", "r3", "r4");
        assertThat(store.names("runs/r0")).containsExactly("dt=2026-01-31", "part");
        assertThat(store.names("")).containsExactly("runs");
        assertThat(store.names("none")).isEmpty();
        assertThat(store.files("runs")).hasSize(6).first().satisfies(file -> {
            assertThat(file.path()).isEqualTo("runs/r0/dt=2026-01-31/part");
            assertThat(file.size()).isEqualTo(6);
            assertThat(file.version()).matches("[0-9a-f]{32}");
        });

        store.delete("runs/r0");
        assertThat(store.names("runs")).containsExactly("r1", "r2", "r3", "r4");
        store.delete("runs");
        assertThat(store.files("")).isEmpty();
    }

    @Test
    void aFolderIsNoOtherThatStartsLikeIt() {
        S3Store store = store("prefix");
        store.create("a/d", MINE);
        store.create("ab/d", MINE);

        assertThat(store.files("a")).extracting(StoredFile::path).containsExactly("a/d");
        store.delete("a");
        assertThat(store.names("")).containsExactly("ab");
        assertThatThrownBy(() -> store.delete("")).hasMessage("Cannot remove s3://lake/prefix: it is the whole lake");
    }

    @Test
    void theJournalRefusesAHoleAndAVersionThatIsTaken() {
        System.setProperty(Interceptors.PROPERTY, SmallPages.class.getName());
        S3Store store = store("journal");
        LakeJournal journal = new LakeJournal(store);

        assertThat(journal.head("t")).isEmpty();
        for (int version = 1; version <= 3; version++) {
            assertThat(journal.append("t", entry(version, "run"))).isEqualTo(Creation.CREATED);
        }
        assertThat(journal.append("t", entry(3, "other"))).isEqualTo(Creation.TAKEN);
        assertThat(journal.load("t", 3).runId()).isEqualTo("run");
        assertThat(journal.head("t")).hasValue(3);

        store.delete("_journal/t/v000000000002.json");
        assertThatThrownBy(() -> journal.head("t"))
                .hasMessageContaining("s3://lake/journal/_journal/t/v000000000002.json is missing");
    }

    @Test
    void aBucketThatDoesNotExistIsToldOf() {
        assertThatThrownBy(() -> new S3Store("s3://nowhere/lake", AwsClients.of(access)).create("d", MINE))
                .isInstanceOfSatisfying(
                        SalternException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.STEP_FAILED))
                .hasMessageStartingWith("Cannot write s3://nowhere/lake/d: ");
    }

    private static JournalEntry entry(long version, String run) {
        return new JournalEntry(version, run, "key", "scope", Instant.EPOCH, List.of(), List.of());
    }
}
