/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.kit.machine;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The actions of EMR as a machine calls them, against a server that speaks its protocol.
 *
 * @param endpoint where the server is
 */
public record EmrTasks(URI endpoint) implements TaskService {
    private static final String PREFIX = "arn:aws:states:::aws-sdk:emr:";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Returns whether the resource is an action of EMR. */
    public static boolean isOne(String resource) {
        return resource.startsWith(PREFIX);
    }

    @Override
    public Object call(String resource, Map<String, Object> arguments) {
        String name = resource.substring(PREFIX.length());
        String action = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        try {
            HttpRequest request = HttpRequest.newBuilder(endpoint)
                    .timeout(Duration.ofSeconds(20))
                    .header("X-Amz-Target", "ElasticMapReduce." + action)
                    .header("Content-Type", "application/x-amz-json-1.1")
                    .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(wire(arguments))))
                    .build();
            HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            Map<String, Object> answer = JSON.readValue(response.body(), new TypeReference<>() {});
            if (response.statusCode() != 200) {
                throw new TaskFailure("Emr." + answer.get("__type"), String.valueOf(answer.get("message")));
            }
            return answer;
        } catch (IOException e) {
            throw new TaskFailure("Emr.SdkClientException", "No answer: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Cannot call " + action + ": interrupted", e);
        }
    }

    /** The protocol has seconds where the machine has ISO 8601. */
    private static Map<String, Object> wire(Map<String, Object> arguments) {
        Map<String, Object> members = new LinkedHashMap<>(arguments);
        members.computeIfPresent(
                "CreatedAfter",
                (name, value) -> Instant.parse(String.valueOf(value)).toEpochMilli() / 1000.0);
        return members;
    }
}
