/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.lambda;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.saltern.conf.load.EnvironmentLoader;
import dev.saltern.conf.load.LoadedPipeline;
import dev.saltern.conf.load.PipelineLoader;
import dev.saltern.submit.code.PipelineArchive;
import dev.saltern.test.kit.Aws;
import dev.saltern.test.kit.AwsEmulator;
import dev.saltern.test.kit.AwsEvents;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sns.SnsClient;

/** The function before the emulator, with event documents as EventBridge delivers them. */
@ExtendWith(AwsEmulator.class)
class Arriving {
    static final ObjectMapper JSON = new ObjectMapper();
    static final String GOOD =
            "{\"sensor_id\":\"s1\",\"ts\":\"2026-01-31T10:00:00Z\",\"metric\":\"humidity\",\"value\":1.5,\"received_at\":\"2026-01-31T10:01:00Z\"}\n";

    @TempDir
    Path folder;

    final ByteArrayOutputStream said = new ByteArrayOutputStream();
    Aws aws;
    S3Client objects;
    SfnClient machines;
    String machine;
    ArrivalMain function;

    @BeforeEach
    void start(Aws emulator) throws IOException {
        aws = emulator;
        aws.reset();
        System.setProperty("aws.endpointUrl", aws.endpoint().toString());
        UrlConnectionHttpClient.Builder http = UrlConnectionHttpClient.builder();
        objects = S3Client.builder()
                .httpClientBuilder(http)
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .build();
        machines = SfnClient.builder()
                .httpClientBuilder(http)
                .region(Region.US_EAST_1)
                .build();
        machine = machines.createStateMachine(create -> create.name("saltern-sensor-daily")
                        .roleArn("arn:aws:iam::123456789012:role/machine")
                        .definition("{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Succeed\"}}}"))
                .stateMachineArn();
        String topic;
        try (SnsClient people = SnsClient.builder()
                .httpClientBuilder(http)
                .region(Region.US_EAST_1)
                .build()) {
            topic = people.createTopic(create -> create.name("people")).topicArn();
        }
        aws.createBucket("salt-raw");
        aws.createBucket("salt-code");
        aws.put("salt-code", "sensor-daily.zip", archive());
        function = new ArrivalMain(
                Map.of(
                        "AWS_REGION", "us-east-1",
                        "SALTERN_PIPELINE", "sensor-daily",
                        "SALTERN_CODE", "s3://salt-code/sensor-daily.zip",
                        "SALTERN_ENVIRONMENT", "emr",
                        "SALTERN_MACHINE", machine,
                        "SALTERN_GATHER_SECONDS", "900",
                        "SALTERN_TOPIC", topic),
                new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stop() {
        System.clearProperty("aws.endpointUrl");
    }

    byte[] archive() throws IOException {
        Path environment = Files.writeString(folder.resolve("emr.yaml"), """
                environment: emr
                lake: s3://salt-lake/curated
                variables: {raw: "s3://salt-raw/in"}
                """);
        LoadedPipeline pipeline = PipelineLoader.load(
                Path.of("../conf/pipelines/sensor-daily.yaml"),
                EnvironmentLoader.load(environment, Map.of()),
                Map.of());
        try (InputStream in =
                PipelineArchive.of(pipeline, environment, "emr").zip().open()) {
            return in.readAllBytes();
        }
    }

    /** Returns the event as EventBridge delivers it. */
    static Map<String, Object> event(String key, long bytes, String time) throws IOException {
        return JSON.readValue(AwsEvents.objectCreated("salt-raw", key, bytes, time), new TypeReference<>() {});
    }

    Map<String, Object> arrives(String key, byte[] content, String time) throws IOException {
        aws.put("salt-raw", key, content);
        return one(function.handle(event(key, content.length, time)));
    }

    static Map<String, Object> one(Map<String, Object> answer) {
        Map<String, Object> told = new LinkedHashMap<>();
        ((Map<?, ?>) ((List<?>) answer.get("files")).get(0))
                .forEach((name, value) -> told.put(String.valueOf(name), value));
        return told;
    }

    List<String> executions() {
        return machines.listExecutions(list -> list.stateMachineArn(machine)).executions().stream()
                .map(ExecutionListItem::name)
                .sorted()
                .toList();
    }
}
