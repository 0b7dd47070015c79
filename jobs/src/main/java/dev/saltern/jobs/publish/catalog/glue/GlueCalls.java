/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.catalog.glue;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.jobs.publish.store.Backoff;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.glue.model.GlueException;

/**
 * Asks Glue, again and again while it says that the rate is exceeded (an HTTP 400), has an error of its own, or gives no answer. Every
 * call that goes through here may be made twice. Thread-safe.
 */
final class GlueCalls {
    /** How often one call is made; with the waits between them, for half a minute on the average. */
    private static final int MAX_ATTEMPTS = 9;

    private final Backoff backoff;

    GlueCalls(Backoff backoff) {
        this.backoff = backoff;
    }

    /**
     * Makes a call.
     *
     * @param what verb and object, for the message: {@code create partitions of saltern.daily}
     * @throws GlueException for an answer that will be the same next time; the caller knows what it means
     * @throws SalternException with {@link ExitCode#STEP_FAILED} if there was no answer within the attempts
     */
    <T> T call(String what, Supplier<T> call) {
        for (int attempt = 0; ; attempt++) {
            try {
                return call.get();
            } catch (SdkException e) {
                if (!isPassing(e)) {
                    throw e;
                }
                if (attempt == MAX_ATTEMPTS - 1) {
                    throw failed(what, text(e) + ", " + MAX_ATTEMPTS + " times", e);
                }
                pause(what, attempt, e);
            }
        }
    }

    /** Makes a call whose every refusal is an end. */
    <T> T require(String what, Supplier<T> call) {
        try {
            return call(what, call);
        } catch (GlueException e) {
            throw failed(what, text(e), e);
        }
    }

    /** Makes a call; empty if Glue does not know what it asks for. */
    <T> Optional<T> find(String what, Supplier<T> call) {
        try {
            return Optional.of(call(what, call));
        } catch (GlueException e) {
            if (hasCode(e, "EntityNotFoundException")) {
                return Optional.empty();
            }
            throw failed(what, text(e), e);
        }
    }

    /** Waits before the next attempt. */
    void pause(String what, int attempt, Exception reason) {
        backoff.after(attempt);
        if (Thread.currentThread().isInterrupted()) {
            throw new SalternException(ExitCode.INTERRUPTED, "Cannot " + what + " in Glue: interrupted", reason);
        }
    }

    static SalternException failed(String what, String reason, Exception cause) {
        return new SalternException(ExitCode.STEP_FAILED, "Cannot " + what + " in Glue: " + reason, cause);
    }

    static boolean hasCode(GlueException e, String code) {
        return e.awsErrorDetails() != null && code.equals(e.awsErrorDetails().errorCode());
    }

    private static boolean isPassing(SdkException e) {
        if (e instanceof GlueException answer) {
            return answer.isThrottlingException()
                    || answer.statusCode() >= 500
                    || hasCode(answer, "OperationTimeoutException")
                    || text(answer).contains("Rate exceeded");
        }
        return e instanceof ApiCallTimeoutException
                || e instanceof ApiCallAttemptTimeoutException
                || e.getCause() instanceof IOException;
    }

    private static String text(SdkException e) {
        return e instanceof GlueException answer && answer.awsErrorDetails() != null
                ? answer.awsErrorDetails().errorCode() + ": "
                        + answer.awsErrorDetails().errorMessage()
                : String.valueOf(e.getMessage());
    }
}
