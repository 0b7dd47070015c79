/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.submit.aws.Address;
import dev.saltern.submit.aws.FolderStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnosisTest {
    private static Diagnosis of(String... lines) {
        return Diagnosis.of(List.of(new LogFile("s3://logs/stderr.gz", List.of(lines))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "java.lang.OutOfMemoryError: Java heap space | out-of-memory | A Java heap was too small: Java heap"
                        + " space",
                "ExecutorLostFailure (executor 3 exited caused by one of the running tasks) Reason: Container from a"
                        + " bad node: container_1 on host: h. Exit status: 137. Diagnostics: killed | killed-for-memory |"
                        + " An executor was killed for its memory (137). Diagnostics: killed",
                "Caused by: java.io.IOException: No space left on device | disk-full | The local disk of a machine is"
                        + " full: shuffle and spill did not fit",
                "Exception in thread main java.lang.ClassNotFoundException: com.example.Steps | class-missing | Class"
                        + " com.example.Steps is not on the class path of the cluster",
                "User: arn:aws:sts::1:assumed-role/r is not authorized to perform: glue:GetTable on resource:"
                        + " arn:aws:glue:r:1:table/d/t because | access-denied | AWS refused glue:GetTable on"
                        + " arn:aws:glue:r:1:table/d/t",
                "java.nio.file.AccessDeniedException: s3://bucket/raw/x.json: getFileStatus | access-denied | AWS"
                        + " refused a request on bucket/raw/x.json:",
                "S3Exception: Please reduce your request rate. (Service: S3, Status Code: 503) | s3-slow-down | S3"
                        + " asked for fewer requests (503) for longer than retries last",
                "org.apache.spark.sql.AnalysisException: [UNRESOLVED_COLUMN] a column x | analysis | A step does not"
                        + " fit its columns: [UNRESOLVED_COLUMN] a column x",
                "org.apache.spark.sql.AnalysisException: Path does not exist: s3://b/raw/dt=1 | bad-path | A path"
                        + " holds nothing: s3://b/raw/dt=1",
                "org.apache.spark.shuffle.MetadataFetchFailedException: Missing an output location for shuffle 1 |"
                        + " fetch-failed | Shuffle files were lost with their machine, and computing them again failed"
                        + " too",
                "software.amazon.awssdk.services.glue.model.ConcurrentModificationException: table t | glue-conflict |"
                        + " The Glue catalog was changed by someone else meanwhile: table t",
                "sensor-daily 2026-01-31: refused in 31.2 s | quality-gate | A rule or a limit refused the publish",
                "ERROR ExecutorLostFailure on h2: Executor exited with code 143 | executor-killed | An executor was"
                        + " ended from outside (143)"
            })
    void eachKindOfFailureHasItsCause(String line, String rule, String cause) {
        Diagnosis.Finding first = of("26/02/01 INFO starting", line).findings().get(0);
        assertThat(first.rule()).isEqualTo(rule);
        assertThat(first.cause()).startsWith(cause.replaceAll(":$", ""));
        assertThat(first.evidence().line()).isEqualTo(2);
        assertThat(first.evidence().uri()).isEqualTo("s3://logs/stderr.gz");
        assertThat(first.advice()).isNotBlank();
    }

    /** FailureLogsTest of the module test made them; each begins with its command. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "class-missing | Class com.example.Places is not on the class path of the cluster",
                "bad-path | A path holds nothing: /mnt/day/raw/readings/dt=2026-02-28/",
                "quality-gate | A rule or a limit refused the publish: readings: 172 of 600 rows are quarantined (max-quarantined is 5.0%)",
                "analysis | A step does not fit its columns: A column or function parameter with name `sensor` cannot be"
                        + " resolved. Did you mean one of the following? [`sensor_id`, `site`, `geo.lon`, `geo.lat`, `installed`]",
                "out-of-memory | A Java heap was too small: Java heap space",
                "disk-full | The local disk of a machine is full: shuffle and spill did not fit"
            })
    void realLogsOfDriversHaveTheirCause(String rule, String cause) throws IOException {
        List<String> lines;
        try (InputStream in = DiagnosisTest.class.getResourceAsStream(rule + ".log")) {
            lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
        Diagnosis.Finding first =
                Diagnosis.of(List.of(new LogFile("stderr", lines))).findings().get(0);
        assertThat(first.rule()).isEqualTo(rule);
        assertThat(first.cause()).isEqualTo(cause);
        assertThat(lines.get(first.evidence().line() - 1))
                .contains(first.evidence().text());
        assertThat(first.advice()).isNotBlank();
    }

    @Test
    void causesStandBeforeTheirConsequences() {
        Diagnosis diagnosis = of(
                "org.apache.spark.shuffle.FetchFailedException: failed",
                "java.io.IOException: No space left on device",
                "ExecutorLostFailure");
        assertThat(diagnosis.findings().stream().map(Diagnosis.Finding::rule))
                .containsExactly("disk-full", "fetch-failed", "executor-killed");
    }

    @Test
    void theDeepestCauseIsTheLastOfTheTrace() {
        Diagnosis diagnosis = of(
                "org.apache.spark.SparkException: Job aborted",
                "\tat org.apache.spark.X.y(X.scala:1)",
                "Caused by: java.lang.RuntimeException: middle",
                "Caused by: java.lang.IllegalStateException: bottom",
                "\t... 12 more");
        assertThat(diagnosis.findings()).isEmpty();
        assertThat(diagnosis.deepest())
                .isEqualTo(new Diagnosis.Evidence(
                        "s3://logs/stderr.gz", 4, "Caused by: java.lang.IllegalStateException: bottom"));
    }

    @Test
    void framesOfAStackAreNoEvidence() {
        assertThat(of("\tat java.base/java.lang.ClassNotFoundException: x.Y(Z.java:1)")
                        .findings())
                .isEmpty();
    }

    @Test
    void fromTheStepToTheDriverToTheExecutors(@TempDir Path folder) throws IOException {
        write(folder.resolve("steps/s-1/stderr.gz"), "Application application_17_0001 finished with failed status");
        write(
                folder.resolve("containers/application_17_0001/container_17_0001_01_000002/stderr.gz"),
                "OutOfMemoryError");
        write(
                folder.resolve("containers/application_17_0001/container_17_0001_01_000001/stderr.gz"),
                "ClassNotFoundException: a.B");
        write(folder.resolve("containers/application_16_0001/container_16_0001_01_000001/stderr.gz"), "SlowDown");
        List<LogFile> logs = new Logs(new FolderStore()).ofCluster(Address.parse(folder.toString()));
        assertThat(logs.stream()
                        .map(log ->
                                folder.relativize(Path.of(log.uri())).toString().replaceAll(".*_", "")))
                .containsExactly("000001/stderr.gz", "000002/stderr.gz", "steps/s-1/stderr.gz");
        assertThat(Diagnosis.of(logs).findings().get(0).cause())
                .isEqualTo("Class a.B is not on the class path of the cluster");
    }

    @Test
    void bootstrapActionsAreReadWhereNoStepRan(@TempDir Path folder) throws IOException {
        write(folder.resolve("node/i-1/bootstrap-actions/1/stderr.gz"), "cp: cannot write: No space left on device");
        write(folder.resolve("node/i-1/daemons/x.gz"), "OutOfMemoryError");
        List<LogFile> logs = new Logs(new FolderStore()).ofCluster(Address.parse(folder.toString()));
        assertThat(logs).hasSize(1);
        assertThat(Diagnosis.of(logs).findings().get(0).rule()).isEqualTo("disk-full");
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }
}
