/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Which days the files start that come: with event documents as S3 and EventBridge send them. */
class ArrivalMainTest extends Arriving {
    /** Returns the event as S3 itself sends it, with the key as in a web form. */
    private static Map<String, Object> notification(String key, long bytes) throws IOException {
        return JSON.readValue("""
                {"Records": [{"eventVersion": "2.1", "eventSource": "aws:s3", "awsRegion": "us-east-1", "eventTime": "2026-02-01T00:10:00.000Z",
                 "eventName": "ObjectCreated:CompleteMultipartUpload", "s3": {"s3SchemaVersion": "1.0", "configurationId": "x",
                 "bucket": {"name": "salt-raw", "arn": "arn:aws:s3:::salt-raw"},
                 "object": {"key": "%s", "size": %d, "eTag": "d41d8cd98f00b204e9800998ecf8427e", "sequencer": "0055AED6DCD90281E5"}}}]}
                """.formatted(key, bytes), new TypeReference<>() {});
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void aGoodFileStartsItsDayOnce() throws IOException {
        Map<String, Object> first =
                arrives("in/readings/dt=2026-01-31/a.json.gz", gzip(GOOD.repeat(3000)), "2026-02-01T00:10:00Z");
        assertThat(first)
                .containsEntry("outcome", "accepted")
                .containsEntry("reason", "started sensor-daily-2026-01-31");
        function.handle(event("in/readings/dt=2026-01-31/a.json.gz", 900, "2026-02-01T00:10:00Z"));
        arrives("in/readings/dt=2026-01-31/b.json", GOOD.getBytes(StandardCharsets.UTF_8), "2026-02-01T00:09:00Z");
        assertThat(executions()).containsExactly("sensor-daily-2026-01-31");
        assertThat(machines.describeExecution(describe -> describe.executionArn(
                                machine.replace(":stateMachine:", ":execution:") + ":sensor-daily-2026-01-31"))
                        .input())
                .isEqualTo("{\"date\": \"2026-01-31\", \"gatherSeconds\": 900}");
    }

    @Test
    void daysInWhateverOrderStartOnceEach() throws IOException {
        byte[] good = GOOD.getBytes(StandardCharsets.UTF_8);
        arrives("in/readings/dt=2026-02-02/a.json", good, "2026-02-03T00:10:00Z");
        arrives("in/readings/dt=2026-01-31/a.json", good, "2026-02-01T00:10:00Z");
        function.handle(event("in/readings/dt=2026-02-02/a.json", good.length, "2026-02-03T00:10:00Z"));
        assertThat(executions()).containsExactly("sensor-daily-2026-01-31", "sensor-daily-2026-02-02");
    }

    @Test
    void aFileThatComesAfterItsRunBeganStartsAnother() throws IOException {
        byte[] good = GOOD.getBytes(StandardCharsets.UTF_8);
        arrives("in/readings/dt=2026-01-31/a.json", good, "2026-02-01T00:10:00Z");
        String later = java.time.Instant.now().plusSeconds(600).toString();
        arrives("in/readings/dt=2026-01-31/b.json", good, later);
        assertThat(executions()).hasSize(1);
        String late = java.time.Instant.now().plusSeconds(7200).toString();
        // The emulator's clock does not move: the second run "began" before the file too, so every name up to the last
        // is tried.
        Map<String, Object> told = arrives("in/readings/dt=2026-01-31/c.json", good, late);
        assertThat(told.get("reason").toString()).contains("20 runs of sensor-daily-2026-01-31 came before it");
        assertThat(executions()).contains("sensor-daily-2026-01-31-2");
    }

    @Test
    void aNotificationOfS3WritesKeysAsAWebFormDoes() throws IOException {
        byte[] good = GOOD.getBytes(StandardCharsets.UTF_8);
        aws.put("salt-raw", "in/readings/dt=2026-01-31/a b.json", good);
        Map<String, Object> told =
                one(function.handle(notification("in/readings/dt%3D2026-01-31/a+b.json", good.length)));
        assertThat(told).containsEntry("outcome", "accepted");
        assertThat(executions()).containsExactly("sensor-daily-2026-01-31");
    }
}
