/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.aws;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;

/** The lines that a cluster streams to CloudWatch Logs, each told once. Not thread-safe. */
public final class LiveLogs {
    /** CloudWatch Logs may show an event so much later than its time. */
    private static final long LATE_MILLIS = 60_000;

    private final CloudWatchLogsClient client;
    private final String group;
    private final String streamPrefix;
    /** The events that the next look will find again, with their times. */
    private final Map<String, Long> told = new HashMap<>();

    private long fromMillis;

    /** Follows the streams of a group whose names begin so, from a time on. */
    public LiveLogs(CloudWatchLogsClient client, String group, String streamPrefix, Instant from) {
        this.client = client;
        this.group = group;
        this.streamPrefix = streamPrefix;
        this.fromMillis = from.toEpochMilli();
    }

    /** Returns the lines that came since the last call; none while there is no such group, or the service will not answer. */
    public List<String> next() {
        List<String> lines = new ArrayList<>();
        long newest = fromMillis;
        try {
            for (FilteredLogEvent event : client.filterLogEventsPaginator(builder -> builder.logGroupName(group)
                            .logStreamNamePrefix(streamPrefix)
                            .startTime(fromMillis))
                    .events()) {
                if (told.put(event.eventId(), event.timestamp()) == null) {
                    lines.add(event.message().stripTrailing());
                    newest = Math.max(newest, event.timestamp());
                }
            }
        } catch (SdkException e) {
            // The tail is a convenience: the verdict does not hang on it, and the logs on S3 hold the same lines.
            return lines;
        }
        fromMillis = Math.max(fromMillis, newest - LATE_MILLIS);
        told.values().removeIf(time -> time < fromMillis);
        return lines;
    }
}
