/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.lambda;

import dev.saltern.submit.aws.Aws;
import software.amazon.awssdk.services.sns.SnsClient;

/** Those who listen to the stack's topic. */
final class People {
    /** A subject is as long as SNS takes it. */
    private static final int MOST_SUBJECT = 100;

    private final Aws aws;
    private final String topic;

    People(Aws aws, Variables variables) {
        this.aws = aws;
        this.topic = variables.require("SALTERN_TOPIC");
    }

    void tell(String subject, String message) {
        try (SnsClient client = aws.configured(SnsClient.builder()).build()) {
            client.publish(
                    publish -> publish.topicArn(topic).subject(subject(subject)).message(message));
        }
    }

    static String subject(String text) {
        return text.substring(0, Math.min(text.length(), MOST_SUBJECT));
    }
}
