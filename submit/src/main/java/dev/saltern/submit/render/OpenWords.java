/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.render;

import dev.saltern.submit.request.LaunchId;
import dev.saltern.submit.request.LaunchSpec;
import dev.saltern.submit.request.Tags;
import java.time.Duration;
import java.time.Instant;

/**
 * The words of a request that are known only when a schedule fires: the day, and the launch. They stand in the request as marks, which each
 * rendering replaces by what its engine calls them.
 */
public final class OpenWords {
    /** Stands for the day. */
    static final String DAY = "@day@";

    /** Stands for the launch. */
    static final String LAUNCH = "@launch@";

    /** Stands for the end of its time; no instant of a launch is that late. */
    private static final Instant EXPIRES = Instant.parse("9999-12-31T23:59:59Z");

    private OpenWords() {}

    /** Returns the launch of any day of a pipeline, from the launch of one. */
    public static LaunchSpec open(LaunchSpec spec) {
        boolean dated = spec.jobArguments().contains("--date");
        String day = dated ? spec.jobArguments().get(spec.jobArguments().indexOf("--date") + 1) : "";
        var arguments = spec.jobArguments().stream()
                .map(word -> dated && word.equals(day) ? DAY : word)
                .toList();
        return new LaunchSpec(
                spec.pipeline(),
                spec.environment(),
                spec.account(),
                dated ? DAY : spec.scope(),
                arguments,
                new LaunchId(spec.id().key(), LAUNCH),
                spec.code(),
                EXPIRES);
    }

    /** Returns the text with the end of its time as a span from its creation: no engine knows the instant beforehand. */
    static String relative(String text, Duration timeToLive) {
        return text.equals(EXPIRES.toString()) ? Tags.AFTER + timeToLive.toMinutes() + "m" : text;
    }
}
