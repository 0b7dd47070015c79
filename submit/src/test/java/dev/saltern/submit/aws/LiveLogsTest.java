/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.saltern.test.kit.AwsEmulator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;

/** The live tail on a real endpoint of CloudWatch Logs. */
@ExtendWith(AwsEmulator.class)
class LiveLogsTest {
    private static final String GROUP = "/saltern/emr";
    private static final String OWN = "sensor-daily/launch-1/driver";
    private final Instant began = Instant.now().minus(Duration.ofMinutes(30));

    private final CloudWatchLogsClient service;
    private final URI endpoint;

    LiveLogsTest(dev.saltern.test.kit.Aws emulator) {
        endpoint = emulator.endpoint();
        service = CloudWatchLogsClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    @BeforeEach
    void createStreams() {
        service.createLogGroup(request -> request.logGroupName(GROUP));
        service.createLogStream(request -> request.logGroupName(GROUP).logStreamName(OWN));
    }

    @AfterEach
    void deleteStreams() {
        service.deleteLogGroup(request -> request.logGroupName(GROUP));
        service.close();
    }

    private LiveLogs logs(String group, URI where) {
        Patience patience = Patience.ofLauncher(new RealPace(Clock.systemUTC()), Duration.ofMillis(1));
        return new Aws("us-east-1", patience, true, where).logs(group, "sensor-daily/launch-1/", began);
    }

    private void writes(String stream, Duration after, String... lines) {
        long time = began.plus(after).toEpochMilli();
        List<InputLogEvent> events = new ArrayList<>();
        for (String line : lines) {
            events.add(InputLogEvent.builder().timestamp(time).message(line).build());
        }
        service.putLogEvents(
                request -> request.logGroupName(GROUP).logStreamName(stream).logEvents(events));
    }

    @Test
    void eachLineIsToldOnce() {
        LiveLogs logs = logs(GROUP, endpoint);
        assertThat(logs.next()).isEmpty();
        writes(OWN, Duration.ofMinutes(-5), "of an earlier cluster");
        writes(OWN, Duration.ofMinutes(1), "stage 1 of 3\n", "stage 2 of 3");
        assertThat(logs.next()).containsExactly("stage 1 of 3", "stage 2 of 3");
        assertThat(logs.next()).isEmpty();
        writes(OWN, Duration.ofMinutes(9), "stage 3 of 3");
        assertThat(logs.next()).containsExactly("stage 3 of 3");
        // An executor's line may be shown later than a newer one of the driver.
        writes(OWN, Duration.ofSeconds(9 * 60 - 30), "late");
        assertThat(logs.next()).containsExactly("late");
        assertThat(logs.next()).isEmpty();
    }

    @Test
    void moreLinesThanAPageHoldsAreToldOnceAndInOrder() {
        LiveLogs logs = logs(GROUP, endpoint);
        String[] lines = IntStream.range(0, 9000).mapToObj(i -> "line " + i).toArray(String[]::new);
        String[] more = IntStream.range(9000, 18_000).mapToObj(i -> "line " + i).toArray(String[]::new);
        writes(OWN, Duration.ofSeconds(60), lines);
        writes(OWN, Duration.ofSeconds(61), more);
        List<String> told = logs.next();
        assertThat(told)
                .hasSize(18_000)
                .doesNotHaveDuplicates()
                .startsWith("line 0")
                .endsWith("line 17999");
        assertThat(logs.next()).isEmpty();
    }

    @Test
    void aGroupThatIsNotThereYetAndAServiceThatIsNotThereTellNothing() {
        assertThat(logs("/none", endpoint).next()).isEmpty();
        assertThat(logs(GROUP, URI.create("http://127.0.0.1:1")).next()).isEmpty();
    }

    /** The emulator does not look at the prefix. */
    @Test
    void onlyTheStreamsOfTheLaunchAreAskedFor() throws IOException {
        List<String> asked = new ArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] nothing = "{\"events\": []}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, nothing.length);
            exchange.getResponseBody().write(nothing);
            exchange.close();
        });
        server.start();
        try {
            URI here = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
            assertThat(logs(GROUP, here).next()).isEmpty();
        } finally {
            server.stop(0);
        }
        assertThat(asked)
                .singleElement()
                .asString()
                .contains("\"logStreamNamePrefix\":\"sensor-daily/launch-1/\"", GROUP);
    }
}
