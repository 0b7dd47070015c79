/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(AwsEmulator.class)
final class AwsEmulatorTest {
    @Test
    void keepsAnObjectOnceAndForgetsItWhenReset(Aws aws) throws Exception {
        String object = "/" + aws.createBucket("kit") + "/object";

        assertThat(putIfAbsent(aws, object)).isEqualTo(200);
        assertThat(putIfAbsent(aws, object)).isEqualTo(412);
        aws.reset();
        assertThat(putIfAbsent(aws, object)).isEqualTo(404);
    }

    @Test
    void allTestsOfAJvmShareOneServer(Aws aws, Aws again) {
        assertThat(again).isEqualTo(aws);
        assertThat(System.getProperty("aws.accessKeyId")).isEqualTo(Aws.ACCESS_KEY);
    }

    @Test
    void endsWithAJvmThatIsKilled() throws Exception {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServingMain.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            ProcessHandle server =
                    ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();
            assertThat(server.isAlive()).isTrue();
            child.destroyForcibly().waitFor();
            server.onExit().get(20, TimeUnit.SECONDS);
        }
    }

    private static int putIfAbsent(Aws aws, String path) throws Exception {
        URI uri = aws.endpoint().resolve(path);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("If-None-Match", "*")
                .header("Authorization", Aws.AUTHORIZATION)
                .PUT(HttpRequest.BodyPublishers.ofString("once"))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
