/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saltern.conf.Environment;
import dev.saltern.conf.cluster.ServerlessJob;
import dev.saltern.submit.Launches;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.emrserverless.model.StartJobRunRequest;

class RunOnServerlessTest {
    private static final ServerlessJob JOB =
            Objects.requireNonNull(Launches.cluster("serverless").serverless());

    @Test
    void theSameJobWithAClientToken() {
        StartJobRunRequest request = RunOnServerless.of(
                Launches.spec(Launches.environment("s3://bucket/curated")), JOB, Duration.ofHours(2), 64);
        assertThat(request.clientToken()).isEqualTo(Launches.ID.text());
        assertThat(request.executionTimeoutMinutes()).isEqualTo(120);
        assertThat(request.jobDriver().sparkSubmit().entryPointArguments())
                .containsExactly(
                        "run", "sensor-daily", "--conf", "saltern-conf", "--env", "emr", "--date", "2026-01-31");
        assertThat(request.jobDriver().sparkSubmit().sparkSubmitParameters())
                .startsWith("--class dev.saltern.jobs.Main ")
                .contains(
                        "--conf spark.archives=s3://bucket/code/pipelines/bb/sensor-daily.zip#saltern-conf",
                        "--conf spark.executor.memory=14894M",
                        "--conf spark.dynamicAllocation.maxExecutors=16",
                        "--conf spark.saltern.launch=" + Launches.ID.text());
        assertThat(request.tags()).containsEntry(Tags.SCOPE, "2026-01-31");
        assertThat(ModelCheck.problems(request)).isEmpty();
    }

    @Test
    void anAccountWithoutAnApplicationIsTold() {
        Environment emr = Launches.environment("s3://bucket/curated");
        Environment without = new Environment(
                emr.name(),
                emr.lake(),
                emr.database(),
                Map.of(),
                Map.of(),
                new dev.saltern.conf.Account(
                        "us-east-1",
                        "s3://c",
                        "s3://l",
                        null,
                        java.util.List.of(),
                        "r",
                        "p",
                        null,
                        null,
                        null,
                        "o",
                        Map.of()));
        assertThatThrownBy(() -> RunOnServerless.of(Launches.spec(without), JOB, Duration.ofHours(1), 0))
                .hasMessage("Missing required aws.application: EMR Serverless needs it. Write it into the environment"
                        + " file");
    }
}
