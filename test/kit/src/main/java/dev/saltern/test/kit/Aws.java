/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A running AWS emulator, as {@link AwsEmulator} hands it to a test.
 *
 * @param endpoint where every service of it answers, without a final slash
 */
public record Aws(URI endpoint) {
    /** The region that the emulator keeps everything in. */
    public static final String REGION = "us-east-1";

    /** Keys that open the emulator and nothing else; it looks at no signature. */
    public static final String ACCESS_KEY = "testing";

    /** Who asks; the emulator lets nobody change the objects of others, and asks for no proof. */
    static final String AUTHORIZATION =
            "AWS4-HMAC-SHA256 Credential=" + ACCESS_KEY + "/20260101/" + REGION + "/s3/aws4_request";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Creates an empty bucket and returns its name. */
    public String createBucket(String name) {
        require(HttpRequest.newBuilder(endpoint.resolve("/" + name)).PUT(HttpRequest.BodyPublishers.noBody()));
        return name;
    }

    /** Puts an object into a bucket. */
    public void put(String bucket, String key, byte[] content) {
        String path = "/" + bucket + "/"
                + URLEncoder.encode(key, StandardCharsets.UTF_8)
                        .replace("+", "%20")
                        .replace("%2F", "/");
        require(HttpRequest.newBuilder(endpoint.resolve(path))
                .header("Authorization", AUTHORIZATION)
                .PUT(HttpRequest.BodyPublishers.ofByteArray(content)));
    }

    /** Forgets everything that was ever stored. */
    public void reset() {
        require(HttpRequest.newBuilder(endpoint.resolve("/moto-api/reset")).POST(HttpRequest.BodyPublishers.noBody()));
    }

    private static void require(HttpRequest.Builder request) {
        HttpRequest built = request.timeout(Duration.ofSeconds(30)).build();
        try {
            HttpResponse<String> response = HTTP.send(built, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException("Cannot " + built.method() + " " + built.uri() + ": status "
                        + response.statusCode() + ", " + response.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot " + built.method() + " " + built.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Cannot " + built.method() + " " + built.uri() + ": interrupted", e);
        }
    }
}
