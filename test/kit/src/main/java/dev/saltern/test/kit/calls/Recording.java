/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.kit.calls;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.saltern.test.kit.Aws;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/** What is asked of the emulator from a moment on. */
public final class Recording {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Aws aws;

    private Recording(Aws aws) {
        this.aws = aws;
    }

    /** Begins anew: what was recorded before is forgotten. */
    public static Recording start(Aws aws) {
        Recording recording = new Recording(aws);
        recording.ask("start-recording", "POST");
        return recording;
    }

    /** Returns every request since the start, in the order in which they came. */
    public List<RecordedCall> calls() {
        try {
            return new ObjectMapper().readValue(ask("download-recording", "GET"), new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the recording", e);
        }
    }

    private String ask(String what, String method) {
        HttpRequest request = HttpRequest.newBuilder(aws.endpoint().resolve("/moto-api/recorder/" + what))
                .timeout(Duration.ofSeconds(30))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot " + what, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Cannot " + what + ": interrupted", e);
        }
    }
}
