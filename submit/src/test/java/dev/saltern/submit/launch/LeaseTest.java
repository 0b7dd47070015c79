/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.launch;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saltern.submit.aws.Address;
import dev.saltern.submit.aws.FolderStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeaseTest {
    private static final Instant NOON = Instant.parse("2026-02-01T12:00:00Z");

    @TempDir
    private Path folder;

    private final FolderStore objects = new FolderStore();

    private Lease take(String launch, Instant now, boolean alive) {
        Address address = LaunchRecord.lease(folder.toString(), "sensor-daily", "2026-01-31", "0123abcd");
        return Lease.take(objects, address, launch, now, now.plusSeconds(3600), Duration.ofMinutes(15), id -> alive);
    }

    @Test
    void oneLaunchAtATime() {
        Lease first = take("one", NOON, true);
        assertThatThrownBy(() -> take("two", NOON.plusSeconds(1), true))
                .hasMessage("Cannot launch: launch one is about to start it");
        first.started(NOON, "j-1");
        assertThatThrownBy(() -> take("two", NOON.plusSeconds(1), true))
                .hasMessage("Cannot launch: launch one runs it on j-1. Watch it: saltern watch j-1");
        first.release();
        take("two", NOON.plusSeconds(2), true);
    }

    @Test
    void whatADeadLauncherLeftIsTakenOver() {
        take("one", NOON, true).started(NOON, "j-1");
        Lease second = take("two", NOON.plusSeconds(1), false);
        assertThatThrownBy(() -> take("three", NOON.plusSeconds(2), true)).hasMessageContaining("launch two");
        second.started(NOON, "j-2");
        take("three", NOON.plusSeconds(3700), true);
    }

    @Test
    void aLauncherThatNeverStartedAnythingIsWaitedForAWhile() {
        take("one", NOON, true);
        assertThatThrownBy(() -> take("two", NOON.plusSeconds(800), false)).hasMessageContaining("about to start");
        take("two", NOON.plusSeconds(901), false);
    }

    @Test
    void aLeaseThatWasTakenOverIsNotGivenBackByItsOldHolder() {
        Lease first = take("one", NOON, true);
        take("two", NOON.plusSeconds(4000), true);
        first.release();
        assertThatThrownBy(() -> take("three", NOON.plusSeconds(4001), true)).hasMessageContaining("launch two");
    }

    @Test
    void aLostAnswerOfItsOwnWriteIsNoConflict() {
        take("one", NOON, true);
        take("one", NOON, true);
    }
}
