/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.render;

import dev.saltern.submit.request.ClusterRequest;
import dev.saltern.submit.request.RequestText;
import dev.saltern.submit.request.Tags;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The request for the cluster of any day: that of the one builder, with the words of the day left open.
 *
 * @param pipeline the pipeline's name
 * @param attempts the requests as the AWS API names their members, with the marks of {@link OpenWords}: the first, and those that follow
 *     where a cluster could not be had
 * @param deadline how long a day may take
 * @param timeToLive when a cluster that is still there is an orphan
 */
public record DayRequest(String pipeline, List<Map<String, Object>> attempts, Duration deadline, Duration timeToLive) {
    public DayRequest {
        attempts = attempts.stream()
                .map(members -> Collections.unmodifiableMap(new LinkedHashMap<>(members)))
                .toList();
    }

    /** Returns the requests of a launch that {@link OpenWords#open} made, attempt by attempt. */
    public static DayRequest of(
            String pipeline, List<ClusterRequest> attempts, Duration deadline, Duration timeToLive) {
        return new DayRequest(pipeline, attempts.stream().map(RequestText::of).toList(), deadline, timeToLive);
    }

    /** Returns the members of the first attempt. */
    public Map<String, Object> members() {
        return attempts.get(0);
    }

    /** Returns the same in the name of another starter: whoever starts a cluster is known by its tag. */
    DayRequest startedBy(String starter) {
        List<Map<String, Object>> tagged = new ArrayList<>();
        for (Map<String, Object> members : attempts) {
            Map<String, Object> copy = new LinkedHashMap<>(members);
            copy.computeIfPresent("Tags", (name, tags) -> TagList.with(tags, Tags.STARTER, starter));
            tagged.add(copy);
        }
        return new DayRequest(pipeline, tagged, deadline, timeToLive);
    }

    /** Returns whether the pipeline runs by days. */
    boolean isDated() {
        return name().contains(OpenWords.DAY);
    }

    /** Returns the name of the cluster, with its marks. */
    String name() {
        return String.valueOf(members().get("Name"));
    }

    /** Returns the members with plain texts in place of the marks. */
    public Map<String, Object> with(String day, String launch) {
        return with(text -> text.replace(OpenWords.DAY, day).replace(OpenWords.LAUNCH, launch));
    }

    /** Returns the members with each text as the engine writes it. */
    Map<String, Object> with(UnaryOperator<String> words) {
        return with(0, words);
    }

    /** Returns the members of an attempt with each text as the engine writes it. */
    Map<String, Object> with(int zeroBasedAttempt, UnaryOperator<String> words) {
        Map<String, Object> filled = new LinkedHashMap<>();
        attempts.get(zeroBasedAttempt).forEach((name, value) -> filled.put(name, fill(value, words)));
        return filled;
    }

    private Object fill(Object value, UnaryOperator<String> words) {
        if (value instanceof String text) {
            return words.apply(OpenWords.relative(text, timeToLive));
        }
        if (value instanceof List<?> list) {
            List<Object> items = new ArrayList<>();
            list.forEach(item -> items.add(fill(item, words)));
            return items;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> entries = new LinkedHashMap<>();
            map.forEach((key, item) -> entries.put(String.valueOf(key), fill(item, words)));
            return entries;
        }
        return value;
    }
}
