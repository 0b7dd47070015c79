/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.aws;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Repeats what was throttled or met a server in trouble, for as long as its patience lasts. Only for requests that may be repeated.
 *
 * @param pace how time passes
 * @param backoff how long to wait in between
 * @param most when to give up
 */
public record Patience(Pace pace, Backoff backoff, Duration most) {
    /** Returns the patience of a launcher: EMR throttles an account for minutes, not for quarters of an hour. */
    public static Patience ofLauncher(Pace pace, Duration firstWait) {
        return new Patience(pace, new Backoff(firstWait, firstWait.multipliedBy(20)), firstWait.multipliedBy(600));
    }

    /**
     * Returns what the request returns.
     *
     * @param what the request, to follow "Cannot"
     * @throws SalternException if it is refused, or patience ran out; the last failure is its cause, earlier ones are suppressed in it
     */
    public <T> T call(String what, Supplier<T> request) {
        Instant began = pace.now();
        SdkException earlier = null;
        for (int attempt = 0; ; attempt++) {
            try {
                return request.get();
            } catch (SdkException e) {
                if (earlier != null && earlier != e) {
                    e.addSuppressed(earlier);
                }
                earlier = e;
                boolean again = Failures.isThrottling(e) || Failures.isUnknownOutcome(e);
                if (!again || pace.since(began).compareTo(most) > 0) {
                    throw refused(what, e);
                }
                pace.sleep(backoff.wait(attempt, ThreadLocalRandom.current()));
            }
        }
    }

    /** Does the same with a request of which nobody needs the answer. */
    public void run(String what, Supplier<?> request) {
        Object unused = call(what, request::get);
    }

    /** Returns the failure as a command tells it. */
    public static SalternException refused(String what, SdkException failure) {
        ExitCode code = Failures.isOfThisMachine(failure) ? ExitCode.INVALID_CONFIGURATION : ExitCode.LAUNCH;
        return new SalternException(code, "Cannot " + what + ": " + Failures.reason(failure), failure);
    }
}
