/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.submit.diagnose.Diagnosis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Failures of the job jar in real life, diagnosed by the log of the driver. With {@code -Dsaltern.regenerate=true} the logs are kept as
 * resources of the module submit, where DiagnosisTest reads them.
 */
final class FailureLogsTest {
    private static final Path FOLDER = Path.of("target", "failure-logs").toAbsolutePath();
    private static final Path RESOURCES = Path.of("../submit/src/test/resources/dev/saltern/submit/diagnose");

    private static FailureLogs logs;

    @BeforeAll
    static void start() throws IOException {
        logs = new FailureLogs(FOLDER);
    }

    static List<Failure> quick() {
        return Failure.QUICK;
    }

    static List<Failure> slow() {
        return Failure.SLOW;
    }

    @ParameterizedTest
    @MethodSource("quick")
    void quickFailuresAreDiagnosed(Failure failure) throws IOException, InterruptedException {
        diagnose(failure);
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("slow")
    void slowFailuresAreDiagnosed(Failure failure) throws IOException, InterruptedException {
        diagnose(failure);
    }

    private static void diagnose(Failure failure) throws IOException, InterruptedException {
        FailureLogs.Failed failed = logs.run(failure);
        String log = String.join("\n", failed.log());
        assertThat(failed.exitCode()).as(log).isNotZero();
        List<Diagnosis.Finding> findings = failed.diagnosis().findings();
        assertThat(findings).as(log).isNotEmpty();
        Diagnosis.Finding first = findings.get(0);
        assertThat(first.rule()).as(log).isEqualTo(failure.rule());
        assertThat(first.cause()).startsWith(failure.cause());
        if (Boolean.getBoolean("saltern.regenerate")) {
            Files.createDirectories(RESOURCES);
            Files.writeString(RESOURCES.resolve(failure.rule() + ".log"), log + "\n");
        }
    }
}
