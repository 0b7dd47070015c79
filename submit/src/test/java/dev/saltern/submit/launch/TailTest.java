/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.submit.Launches;
import dev.saltern.submit.aws.Aws;
import dev.saltern.submit.aws.Patience;
import dev.saltern.submit.request.LaunchSpec;
import dev.saltern.test.kit.AwsEmulator;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;

/** What a launcher tells of the live logs. */
@ExtendWith(AwsEmulator.class)
class TailTest {
    private static final String GROUP = "/saltern/emr";

    @TempDir
    private Path lake;

    @Test
    void linesOfTheJobAreTold(dev.saltern.test.kit.Aws emulator) throws IOException {
        LaunchSpec spec = Launches.spec(Launches.environment(lake.toString()));
        try (LaunchBench bench = new LaunchBench(lake);
                CloudWatchLogsClient service = CloudWatchLogsClient.builder()
                        .endpointOverride(emulator.endpoint())
                        .region(Region.US_EAST_1)
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .build()) {
            Work work = bench.work();
            Aws aws = new Aws(
                    "us-east-1", Patience.ofLauncher(bench.pace(), Duration.ofMillis(1)), true, emulator.endpoint());
            Work streaming = new Work(
                    aws,
                    spec,
                    work.sizing(),
                    work.limits(),
                    null,
                    work.pace(),
                    work.ending(),
                    work.stop(),
                    work.voice());
            Tail tail = Tail.of(streaming, Instant.now().minusSeconds(60));
            tail.tell();
            String stream = spec.streamPrefix() + "s-1/stderr";
            service.createLogGroup(request -> request.logGroupName(GROUP));
            service.createLogStream(request -> request.logGroupName(GROUP).logStreamName(stream));
            service.putLogEvents(request -> request.logGroupName(GROUP)
                    .logStreamName(stream)
                    .logEvents(List.of(InputLogEvent.builder()
                            .timestamp(Instant.now().toEpochMilli())
                            .message("sensor-daily: stage 1 of 3")
                            .build())));
            tail.tell();
            tail.tell();
            assertThat(bench.said).isEqualTo(List.of("  | sensor-daily: stage 1 of 3"));
        }
    }

    @Test
    void withoutALogGroupNobodyIsAsked() throws IOException {
        try (LaunchBench bench = new LaunchBench(lake)) {
            Tail.of(bench.work(), Instant.now()).tell();
            assertThat(bench.said).isEmpty();
            assertThat(bench.server().calls()).isEmpty();
        }
    }
}
