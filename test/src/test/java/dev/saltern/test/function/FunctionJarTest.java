/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.saltern.conf.load.EnvironmentLoader;
import dev.saltern.conf.load.PipelineLoader;
import dev.saltern.submit.code.PipelineArchive;
import dev.saltern.test.kit.Aws;
import dev.saltern.test.kit.AwsEmulator;
import dev.saltern.test.kit.AwsEvents;
import dev.saltern.test.kit.AwsPython;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The jar that the stack hands to Lambda, with event documents as S3 and EMR send them by EventBridge, before the emulator. */
@ExtendWith(AwsEmulator.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FunctionJarTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PACKAGE = "dev.saltern.submit.lambda.";
    private static final String ROW =
            "{\"sensor_id\":\"s1\",\"ts\":\"2026-01-31T10:00:00Z\",\"metric\":\"humidity\",\"value\":1.5,\"received_at\":\"2026-01-31T10:01:00Z\"}\n";
    private static final String MAKE = """
            import boto3
            topic = boto3.client("sns").create_topic(Name="people")["TopicArn"]
            boto3.client("sqs").create_queue(QueueName="ears")
            boto3.client("sns").subscribe(TopicArn=topic, Protocol="sqs", Endpoint="arn:aws:sqs:us-east-1:123456789012:ears")
            print(boto3.client("stepfunctions").create_state_machine(
                name="saltern", roleArn="arn:aws:iam::123456789012:role/machine",
                definition='{"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}')["stateMachineArn"])
            """;
    private static final String LOOK = """
            import boto3, json
            machine = boto3.client("stepfunctions").list_state_machines()["stateMachines"][0]["stateMachineArn"]
            started = [e["name"] for e in boto3.client("stepfunctions").list_executions(stateMachineArn=machine)["executions"]]
            keys = [o["Key"] for o in boto3.client("s3").list_objects_v2(Bucket="salt-raw").get("Contents", [])]
            sqs = boto3.client("sqs")
            url = sqs.get_queue_url(QueueName="ears")["QueueUrl"]
            heard = [json.loads(m["Body"])["Message"] for m in sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=10).get("Messages", [])]
            print(json.dumps([sorted(started), sorted(keys), heard]))
            """;
    private static final String CLUSTER = """
            import boto3
            print(boto3.client("emr").run_job_flow(
                Name="saltern sensor-daily 2026-01-31 0123abcd l1", Instances={"InstanceCount": 1, "MasterInstanceType": "m7g.xlarge"},
                Tags=[{"Key": "saltern:pipeline", "Value": "sensor-daily"}, {"Key": "saltern:scope", "Value": "2026-01-31"},
                      {"Key": "saltern:launch", "Value": "l1"}, {"Key": "saltern:starter", "Value": "schedule"}])["JobFlowId"])
            """;

    private Aws aws;
    private AwsPython other;
    private String machine;
    private LambdaHome home;

    @BeforeAll
    void unpack(@TempDir Path folder, Aws emulator) throws IOException {
        home = LambdaHome.of(folder);
        aws = emulator;
        other = new AwsPython(aws.endpoint());
        machine = other.run(MAKE).strip();
        for (String bucket : List.of("salt-raw", "salt-code", "salt-lake", "salt-logs")) {
            aws.createBucket(bucket);
        }
        Path environment = Files.writeString(folder.resolve("emr.yaml"), """
                environment: emr
                lake: s3://salt-lake/curated
                variables: {raw: "s3://salt-raw/in"}
                """);
        var pipeline = PipelineLoader.load(
                Path.of("../conf/pipelines/sensor-daily.yaml"),
                EnvironmentLoader.load(environment, Map.of()),
                Map.of());
        try (InputStream in =
                PipelineArchive.of(pipeline, environment, "emr").zip().open()) {
            aws.put("salt-code", "sensor-daily.zip", in.readAllBytes());
        }
    }

    private FunctionRuntime start(String function) throws IOException, InterruptedException {
        return home.start(
                PACKAGE + function + "::handle",
                aws.endpoint(),
                Map.of(
                        "SALTERN_PIPELINE", "sensor-daily",
                        "SALTERN_CODE", "s3://salt-code/sensor-daily.zip",
                        "SALTERN_ENVIRONMENT", "emr",
                        "SALTERN_MACHINE", machine,
                        "SALTERN_GATHER_SECONDS", "900",
                        "SALTERN_LAKE", "s3://salt-lake/curated",
                        "SALTERN_LOGS", "s3://salt-logs/emr",
                        "SALTERN_TOPIC", "arn:aws:sns:us-east-1:123456789012:people"));
    }

    private static String created(String key, int bytes, String time) {
        return AwsEvents.objectCreated("salt-raw", key, bytes, time);
    }

    private String arrives(FunctionRuntime function, String key, String text, String time)
            throws IOException, InterruptedException {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        aws.put("salt-raw", key, content);
        return outcome(function, created(key, content.length, time));
    }

    private static String outcome(FunctionRuntime function, String event) throws IOException, InterruptedException {
        FunctionRuntime.Answer answer = function.invoke(event);
        assertThat(answer.ok()).as(answer.body() + function.told()).isTrue();
        JsonNode file = JSON.readTree(answer.body()).at("/files/0");
        return file.path("outcome").asText() + ": " + file.path("reason").asText();
    }

    @Test
    void goodBadDuplicateAndDisorderedFilesThroughOneFunction() throws Exception {
        try (FunctionRuntime function = start("ArrivalMain")) {
            String first = "in/readings/dt=2026-02-02/a.json";
            assertThat(arrives(function, first, ROW, "2026-02-03T00:10:00Z"))
                    .isEqualTo("accepted: started sensor-daily-2026-02-02");
            assertThat(outcome(function, created(first, ROW.length(), "2026-02-03T00:10:00Z")))
                    .startsWith("accepted: ");
            assertThat(arrives(function, "in/readings/dt=2026-01-31/a.json", ROW, "2026-02-01T00:10:00Z"))
                    .isEqualTo("accepted: started sensor-daily-2026-01-31");
            assertThat(arrives(
                            function, "in/readings/dt=2026-01-31/b.json", "<html>no</html>\n", "2026-02-01T00:11:00Z"))
                    .startsWith("refused: none of the first rows fits; of the last of them it is no JSON");
            assertThat(outcome(function, created("in/readings/dt=2026-01-31/b.json", 16, "2026-02-01T00:11:00Z")))
                    .isEqualTo("gone: it is no longer there");
            assertThat(function.invoke(created(first, 1, "no time at all")).ok())
                    .isFalse();
            assertThat(arrives(function, "in/other/a.bin", "x", "2026-02-01T00:12:00Z"))
                    .startsWith("ignored");
        }
        JsonNode found = JSON.readTree(other.run(LOOK));
        assertThat(found.get(0).toString()).isEqualTo("[\"sensor-daily-2026-01-31\",\"sensor-daily-2026-02-02\"]");
        assertThat(found.get(1).toString())
                .contains("_refused/in/readings/dt=2026-01-31/b.json.why.txt")
                .doesNotContain("\"in/readings/dt=2026-01-31/b.json\"");
        assertThat(found.get(2)).hasSize(1);
        assertThat(found.at("/2/0").asText()).contains("was refused: none of the first rows fits");
    }

    @Test
    void aClusterThatEndedIsMeasuredAndToldOf() throws Exception {
        String cluster = other.run(CLUSTER).strip();
        try (FunctionRuntime function = start("JudgeMain")) {
            FunctionRuntime.Answer answer = function.invoke(AwsEvents.cluster(
                    cluster, "saltern sensor-daily 2026-01-31 0123abcd l1", "TERMINATED_WITH_ERRORS"));
            assertThat(answer.ok()).as(answer.body() + function.told()).isTrue();
            assertThat(JSON.readTree(answer.body()).path("exitCode").asInt()).isEqualTo(10);
            assertThat(function.told()).contains("\"Success\":0.0", "\"Pipeline\":\"sensor-daily\"");
        }
        assertThat(JSON.readTree(other.run(LOOK)).get(2).toString())
                .contains("sensor-daily 2026-01-31 failed with exit code 10", "saltern diagnose " + cluster);
    }

    @Test
    void orphansAreLookedFor() throws Exception {
        try (FunctionRuntime function = start("ReapMain")) {
            assertThat(function.invoke("{}")).isEqualTo(new FunctionRuntime.Answer(true, "{\"ended\":[]}"));
        }
    }

    @Test
    void theJarIsSmallEnoughForAQuickStart() throws IOException {
        assertThat(Files.size(LambdaHome.jar())).isLessThan(18 << 20);
    }
}
