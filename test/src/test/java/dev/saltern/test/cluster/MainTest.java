/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.jobs.Main;
import dev.saltern.test.day.JobProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the job's main class ends: a cluster that runs the driver itself takes an exit before the end of {@code main} for a failure. */
final class MainTest {
    private static final int RETURNED = 99;

    @TempDir
    private Path folder;

    /** Stands for the cluster: it calls the main class and hears whether it returns. */
    static final class Caller {
        private Caller() {}

        public static void main(String[] words) {
            Main.main(words);
            System.exit(RETURNED);
        }
    }

    @Test
    void itReturnsWhereACompletedDriverHasTo() throws IOException, InterruptedException {
        List<String> right = List.of("validate", "sensor-daily", "--conf", "../conf", "--env", "local");
        List<String> wrong = List.of("validate", "no-such", "--conf", "../conf", "--env", "local");
        try (JobProcess client = call("client", right);
                JobProcess cluster = call("cluster", right);
                JobProcess failing = call("cluster", wrong)) {
            assertThat(client.await()).as(client.tail()).isZero();
            assertThat(cluster.await()).as(cluster.tail()).isEqualTo(RETURNED);
            assertThat(failing.await()).as(failing.tail()).isEqualTo(3);
        }
    }

    private JobProcess call(String mode, List<String> words) throws IOException {
        Path log = folder.resolve(mode + words.get(1) + ".log");
        return JobProcess.start(log, List.of("-Dspark.submit.deployMode=" + mode), Caller.class, words);
    }
}
