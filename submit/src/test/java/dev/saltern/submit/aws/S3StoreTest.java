/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saltern.test.kit.AwsEmulator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Objects on a real S3 endpoint: what a lease, an upload and a diagnosis rest on. */
@ExtendWith(AwsEmulator.class)
class S3StoreTest {
    private static final Address LEASE = Address.parse("s3://launches/curated/lease.json");

    private final ObjectStore objects;

    S3StoreTest(dev.saltern.test.kit.Aws emulator) {
        Patience patience = Patience.ofLauncher(new RealPace(Clock.systemUTC()), Duration.ofMillis(1));
        objects = new Aws("us-east-1", patience, true, emulator.endpoint()).objects();
        emulator.createBucket("launches");
    }

    @BeforeEach
    void empty() {
        objects.list(Address.parse("s3://launches/")).forEach(stored -> objects.delete(stored.address()));
    }

    @Test
    void oneOfTwoWritersCreatesTheObject() {
        assertThat(objects.find(LEASE)).isEmpty();
        assertThat(objects.putIfAbsent(LEASE, Content.of("one"))).isTrue();
        assertThat(objects.putIfAbsent(LEASE, Content.of("two"))).isFalse();
        assertThat(objects.find(LEASE).orElseThrow().text()).isEqualTo("one");
    }

    @Test
    void anObjectIsReplacedOnlyIfItIsTheOneThatWasRead() {
        objects.putIfAbsent(LEASE, Content.of("one"));
        String tag = objects.find(LEASE).orElseThrow().tag();
        assertThat(objects.putIfUnchanged(LEASE, Content.of("two"), tag)).isTrue();
        assertThat(objects.putIfUnchanged(LEASE, Content.of("three"), tag)).isFalse();
        assertThat(objects.find(LEASE).orElseThrow().text()).isEqualTo("two");
        objects.delete(LEASE);
        assertThat(objects.find(LEASE)).isEmpty();
    }

    @Test
    void foldersAreListedByPageAndLogsUnpacked() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write("Caused by: bottom".getBytes(StandardCharsets.UTF_8));
        }
        Address log = Address.parse("s3a://launches/logs/j-1/steps/s-1/stderr.gz");
        objects.putIfAbsent(log, Content.of(bytes.toByteArray()));
        objects.putIfAbsent(Address.parse("s3://launches/logs2/x"), Content.of("x"));
        assertThat(objects.list(Address.parse("s3://launches/logs").child("")))
                .extracting(stored -> stored.address().toString())
                .containsExactly("s3://launches/logs/j-1/steps/s-1/stderr.gz");
        assertThat(objects.find(log).orElseThrow().text()).isEqualTo("Caused by: bottom");
    }

    @Test
    void aMissingBucketIsTold() {
        assertThatThrownBy(() -> objects.list(Address.parse("s3://nowhere/x")))
                .hasMessageStartingWith("Cannot list s3://nowhere/x: NoSuchBucket");
    }
}
