/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.aws;

import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/** What a failure of the SDK means for whoever called. */
public final class Failures {
    private static final int SERVER_FAULT = 500;
    private static final Set<String> THROTTLING = Set.of(
            "Throttling",
            "ThrottlingException",
            "ThrottledException",
            "RequestLimitExceeded",
            "TooManyRequestsException",
            "SlowDown");

    private static final String NO_CREDENTIALS = "Unable to load credentials";

    private Failures() {}

    /** Returns whether the service asks for patience; EMR answers "Rate exceeded" with 400. */
    public static boolean isThrottling(SdkException failure) {
        return failure instanceof AwsServiceException service
                && (service.isThrottlingException()
                        || THROTTLING.contains(code(service))
                        || String.valueOf(service.getMessage()).contains("Rate exceeded"));
    }

    /** Returns whether the request may have been carried out all the same: no answer, or one of a server in trouble. */
    public static boolean isUnknownOutcome(SdkException failure) {
        return failure instanceof AwsServiceException service
                ? service.statusCode() >= SERVER_FAULT && !isThrottling(failure)
                : failure instanceof SdkClientException && !isOfThisMachine(failure);
    }

    /** Returns the reason in one line, with the service's own code. */
    public static String reason(SdkException failure) {
        if (failure instanceof AwsServiceException service && service.awsErrorDetails() != null) {
            if (service.awsErrorDetails().errorCode() == null) {
                return "the service answered with status " + service.statusCode() + ", and no word on why";
            }
            return code(service) + ": " + service.awsErrorDetails().errorMessage();
        }
        String message = String.valueOf(failure.getMessage());
        // The SDK lists all places that it looked into, over a screen.
        return message.contains(NO_CREDENTIALS)
                ? "there are no credentials. Sign in with aws sso login, or set AWS_PROFILE, or AWS_ACCESS_KEY_ID and"
                        + " AWS_SECRET_ACCESS_KEY"
                : message.lines().findFirst().orElse(message);
    }

    /** Returns the service's code of a failure, or the empty text. */
    public static String code(AwsServiceException failure) {
        return failure.awsErrorDetails() == null
                ? ""
                : String.valueOf(failure.awsErrorDetails().errorCode());
    }

    /** Returns whether the request was never sent, for something is wrong with how this machine is set up. */
    static boolean isOfThisMachine(SdkException failure) {
        String message = String.valueOf(failure.getMessage());
        return failure instanceof SdkClientException && (message.contains("credentials") || message.contains("region"));
    }
}
