/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.saltern.conf.Access;
import dev.saltern.conf.SalternException;
import dev.saltern.jobs.aws.AwsClients;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a store makes of answers that no emulator gives. */
final class S3AnswersTest {
    private final AtomicInteger requests = new AtomicInteger();
    private HttpServer server;
    private volatile int status;
    private volatile String body = "";

    @BeforeEach
    void start() throws Exception {
        System.setProperty("aws.accessKeyId", "nobody");
        System.setProperty("aws.secretAccessKey", "nothing");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.getRequestBody().readAllBytes();
            if (status != 0) {
                byte[] content = (exchange.getRequestMethod().equals("GET") ? "<ListBucketResult/>" : body)
                        .getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "application/xml");
                exchange.sendResponseHeaders(exchange.getRequestMethod().equals("GET") ? 200 : status, content.length);
                exchange.getResponseBody().write(content);
            }
            // Without a status the connection ends without an answer.
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private S3Store store() {
        String endpoint = "http://127.0.0.1:" + server.getAddress().getPort();
        return new S3Store("s3://bucket/lake", AwsClients.of(new Access("us-east-1", endpoint, true)));
    }

    @ParameterizedTest
    @CsvSource({
        "200, '', CREATED",
        "412, PreconditionFailed, TAKEN",
        "409, ConditionalRequestConflict, UNKNOWN",
        "400, RequestTimeout, UNKNOWN",
        "500, InternalError, UNKNOWN",
        "503, SlowDown, UNKNOWN",
        "0, '', UNKNOWN"
    })
    void aConditionalWriteIsSentOnceAndItsAnswerIsNoneButWhatItSays(int code, String error, Creation expected) {
        status = code;
        body = "<Error><Code>" + error + "</Code><Message>said so</Message></Error>";

        assertThat(store().create("d.json", new byte[] {1})).isEqualTo(expected);
        assertThat(requests).hasValue(1);
    }

    @Test
    void aRefusalIsNoUnknownOutcome() {
        status = 403;
        body = "<Error><Code>AccessDenied</Code><Message>not yours</Message></Error>";

        assertThatThrownBy(() -> store().create("d.json", new byte[] {1}))
                .isInstanceOf(SalternException.class)
                .hasMessageStartingWith("Cannot write s3://bucket/lake/d.json: not yours");
    }

    @Test
    void anObjectThatStaysBehindAnAnswerOfSuccessIsToldOf() {
        status = 200;
        body =
                "<DeleteResult><Error><Key>lake/run</Key><Code>AccessDenied</Code><Message>not yours</Message></Error></DeleteResult>";

        assertThatThrownBy(() -> store().delete("run"))
                .hasMessageStartingWith(
                        "Cannot remove s3://bucket/lake/run: 1 of 1 objects stay, lake/run because of AccessDenied not yours");
    }
}
