/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.kit.emr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.saltern.test.kit.AwsCli;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The server as the real AWS command line sees it, so that it is no mirror of our own client. */
class AwsCliTest {
    private final ObjectMapper json = new ObjectMapper();

    @Test
    void clusterIsCreatedWatchedAndTerminated() throws IOException {
        VirtualClock clock = new VirtualClock(Instant.parse("2026-01-31T03:00:00Z"));
        try (EmrTestServer server = EmrTestServer.start(clock)) {
            AwsCli aws = new AwsCli(server.endpoint());
            String id = json.readTree(aws.run(
                            "emr",
                            "create-cluster",
                            "--name",
                            "by hand",
                            "--release-label",
                            "emr-7.13.0",
                            "--service-role",
                            "emr-service",
                            "--ec2-attributes",
                            "InstanceProfile=emr-instance,SubnetIds=[subnet-1,subnet-2]",
                            "--instance-fleets",
                            "InstanceFleetType=MASTER,TargetOnDemandCapacity=1,InstanceTypeConfigs=[{InstanceType=m7g.xlarge}]",
                            "--auto-terminate",
                            "--steps",
                            "Type=CUSTOM_JAR,Name=day,ActionOnFailure=TERMINATE_CLUSTER,Jar=command-runner.jar,Args=[spark-submit]",
                            "--tags",
                            "run=r1"))
                    .path("ClusterId")
                    .asText();
            clock.sleep(Duration.ofMinutes(6));
            JsonNode cluster = json.readTree(aws.run("emr", "describe-cluster", "--cluster-id", id))
                    .path("Cluster");
            assertThat(cluster.at("/Status/State").asText()).isEqualTo("RUNNING");
            assertThat(cluster.at("/Tags/0/Value").asText()).isEqualTo("r1");
            assertThat(json.readTree(aws.run("emr", "list-steps", "--cluster-id", id))
                            .at("/Steps/0/Status/State")
                            .asText())
                    .isEqualTo("RUNNING");
            aws.run("emr", "terminate-clusters", "--cluster-ids", id);
            clock.sleep(Duration.ofMinutes(5));
            assertThat(aws.run("emr", "list-clusters", "--terminated"))
                    .contains(id)
                    .contains("USER_REQUEST");
            assertThat(server.running()).isEmpty();
            assertThatThrownBy(() -> aws.run("emr", "describe-cluster", "--cluster-id", "j-NONE"))
                    .hasMessageContaining("InvalidRequestException")
                    .hasMessageContaining("Cluster id 'j-NONE' is not valid");
        }
    }

    @Test
    void jobRunsOfServerlessAreStartedOnceAToken() throws IOException {
        VirtualClock clock = new VirtualClock(Instant.parse("2026-01-31T03:00:00Z"));
        try (EmrTestServer server = EmrTestServer.start(clock)) {
            AwsCli aws = new AwsCli(server.endpoint());
            String[] start = {
                "emr-serverless",
                "start-job-run",
                "--application-id",
                "00app",
                "--execution-role-arn",
                "arn:aws:iam::000000000000:role/saltern-job",
                "--client-token",
                "t-1",
                "--job-driver",
                "{\"sparkSubmit\":{\"entryPoint\":\"s3://lake/job.jar\"}}"
            };
            String run = json.readTree(aws.run(start)).path("jobRunId").asText();
            assertThat(json.readTree(aws.run(start)).path("jobRunId").asText()).isEqualTo(run);
            assertThat(server.startedRuns()).isEqualTo(1);
            clock.sleep(Duration.ofMinutes(20));
            JsonNode ended = json.readTree(
                            aws.run("emr-serverless", "get-job-run", "--application-id", "00app", "--job-run-id", run))
                    .path("jobRun");
            assertThat(ended.path("state").asText()).isEqualTo("SUCCESS");
            assertThat(ended.at("/billedResourceUtilization/vCPUHour").asDouble())
                    .isGreaterThan(0.16);
            assertThat(server.openRuns()).isZero();
        }
    }
}
