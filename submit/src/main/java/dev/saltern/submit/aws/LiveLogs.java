/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.aws;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;

/** The lines that a cluster streams to CloudWatch Logs, each told once. Not thread-safe. */
public final class LiveLogs {
    private static final int REMEMBERED = 10_000;

    private final CloudWatchLogsClient client;
    private final String group;
    private final String streamPrefix;
    private final Set<String> seen = new LinkedHashSet<>();
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
        try {
            for (FilteredLogEvent event : client.filterLogEventsPaginator(builder -> builder.logGroupName(group)
                            .logStreamNamePrefix(streamPrefix)
                            .startTime(fromMillis))
                    .events()) {
                if (seen.add(event.eventId())) {
                    lines.add(event.message().stripTrailing());
                    fromMillis = Math.max(fromMillis, event.timestamp() - 60_000);
                }
            }
        } catch (SdkException e) {
            // The tail is a convenience: the verdict does not hang on it, and the logs on S3 hold the same lines.
            return lines;
        }
        while (seen.size() > REMEMBERED) {
            seen.remove(seen.iterator().next());
        }
        return lines;
    }
}
