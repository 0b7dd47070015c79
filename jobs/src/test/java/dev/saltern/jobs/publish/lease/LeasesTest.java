/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.lease;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.jobs.publish.run.Lake;
import dev.saltern.jobs.publish.run.RunId;
import dev.saltern.jobs.publish.store.HadoopStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeasesTest {
    private static final RunId RUN = new RunId("20260131-1f3a9c02-01KG3Z5YV0Q4M7T2B8D6N9R1XE");
    private static final RunId OTHER = new RunId("20260131-1f3a9c02-01KG3Z5YV0Q4M7T2B8D6N9R1XF");

    @TempDir
    private Path root;

    private Instant now = Instant.parse("2026-02-01T03:04:05.006Z");

    @Test
    void leaseExpiresUnlessItIsRenewed() {
        Leases leases = leases();
        LeaseKeeper keeper = LeaseKeeper.passive(leases);
        keeper.hold("t", RUN);
        leases.announce("t", OTHER);
        now = now.plus(Leases.TTL.dividedBy(2));
        keeper.renew();
        now = now.plus(Leases.TTL.dividedBy(2).plus(Duration.ofMinutes(1)));
        assertThat(leases.live("t")).extracting(Lease::runId).containsExactly(RUN);
        assertThat(leases.all("t")).extracting(Lease::runId).containsExactly(RUN, OTHER);
        assertThat(leases.all("t").get(0).started()).isEqualTo(Instant.parse("2026-02-01T03:04:05.006Z"));
    }

    @Test
    void releasedLeaseIsGoneAndStaysSo() {
        Leases leases = leases();
        LeaseKeeper keeper = LeaseKeeper.passive(leases);
        keeper.hold("t", RUN);
        keeper.release(RUN);
        keeper.release(RUN);
        keeper.renew();
        assertThat(leases.all("t")).isEmpty();
        assertThat(leases.all("never_written")).isEmpty();
    }

    @Test
    void whoeverGivesUpHoldsNoLeaseAndCanBeginAgain() throws InterruptedException {
        // Other tests of this process may hold leases too.
        long others = timers();
        Leases leases = leases();
        LeaseKeeper keeper = LeaseKeeper.renewing(leases);
        keeper.hold("t", RUN);
        keeper.hold("t", OTHER);
        keeper.releaseAll();
        assertThat(leases.all("t")).isEmpty();
        for (int i = 0; timers() > others && i < 500; i++) {
            Thread.sleep(10);
        }
        assertThat(timers()).isEqualTo(others);
        keeper.hold("t", RUN);
        assertThat(leases.live("t")).hasSize(1);
        assertThat(timers()).isEqualTo(others + 1);
        keeper.releaseAll();
    }

    private static long timers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("saltern-leases"))
                .count();
    }

    private Leases leases() {
        return new Leases(HadoopStore.local(new Lake(root.toString()).root(), new Configuration()), () -> now);
    }
}
