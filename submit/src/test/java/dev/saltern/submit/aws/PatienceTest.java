/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;

class PatienceTest {
    private final Patience patience = Patience.ofLauncher(new RealPace(Clock.systemUTC()), Duration.ofMillis(1));
    private final AtomicInteger calls = new AtomicInteger();

    private String failing(String message, int times) {
        return patience.call("list clusters", () -> {
            if (calls.incrementAndGet() <= times) {
                throw SdkClientException.create(message);
            }
            return "answer";
        });
    }

    @Test
    void aLostConnectionIsTriedAgain() {
        assertThat(failing("Connection reset", 3)).isEqualTo("answer");
        assertThat(calls).hasValue(4);
    }

    @Test
    void missingCredentialsAreToldOnceAndInOneLine() {
        assertThatThrownBy(() -> failing(
                        "Unable to load credentials from any of the providers in the chain AwsCredentialsProviderChain(...)",
                        99))
                .isInstanceOfSatisfying(
                        SalternException.class,
                        failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.INVALID_CONFIGURATION))
                .hasMessageStartingWith(
                        "Cannot list clusters: there are no credentials. Sign in with aws sso login, or set");
        assertThat(calls).hasValue(1);
    }
}
