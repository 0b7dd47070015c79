/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.arrival;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.saltern.submit.aws.Address;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A file was written.
 *
 * @param file where
 * @param bytes how large it is
 * @param time when
 */
public record FileEvent(Address file, long bytes, Instant time) {
    private static final String CREATED = "ObjectCreated:";

    /**
     * Reads an event of EventBridge, or a notification of S3, which may hold several and writes keys as a web form does.
     *
     * @return nothing of events of another kind
     */
    public static List<FileEvent> of(Map<String, Object> event) {
        JsonNode node = new ObjectMapper().valueToTree(event);
        List<FileEvent> events = new ArrayList<>();
        if (node.path("detail-type").asText().equals("Object Created")) {
            JsonNode detail = node.path("detail");
            events.add(of(
                    detail.path("bucket"),
                    detail.path("object"),
                    detail.at("/object/key").asText(),
                    node.path("time")));
        }
        for (JsonNode record : node.path("Records")) {
            if (record.path("eventName").asText().startsWith(CREATED)) {
                JsonNode s3 = record.path("s3");
                String key = URLDecoder.decode(s3.at("/object/key").asText(), StandardCharsets.UTF_8);
                events.add(of(s3.path("bucket"), s3.path("object"), key, record.path("eventTime")));
            }
        }
        return events;
    }

    private static FileEvent of(JsonNode bucket, JsonNode object, String key, JsonNode time) {
        return new FileEvent(
                new Address(bucket.path("name").asText(), key),
                object.path("size").asLong(),
                Instant.parse(time.asText()));
    }
}
