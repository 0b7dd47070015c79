/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.render;

import dev.saltern.submit.request.ClusterRequest;
import dev.saltern.submit.request.RequestText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The request for the cluster of any day: that of the one builder, with the words of the day left open.
 *
 * @param pipeline the pipeline's name
 * @param members the request as the AWS API names its members, with the marks of {@link OpenWords}
 * @param deadline how long a day may take
 * @param timeToLive when a cluster that is still there is an orphan
 */
public record DayRequest(String pipeline, Map<String, Object> members, Duration deadline, Duration timeToLive) {
    public DayRequest {
        members = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /** Returns the request of a launch that {@link OpenWords#open} made. */
    public static DayRequest of(String pipeline, ClusterRequest request, Duration deadline, Duration timeToLive) {
        return new DayRequest(pipeline, RequestText.of(request), deadline, timeToLive);
    }

    /** Returns whether the pipeline runs by days. */
    boolean isDated() {
        return String.valueOf(members.get("Name")).contains(OpenWords.DAY);
    }

    /** Returns the name of the cluster, with its marks. */
    String name() {
        return String.valueOf(members.get("Name"));
    }

    /** Returns the members with plain texts in place of the marks. */
    public Map<String, Object> with(String day, String launch) {
        return with(text -> text.replace(OpenWords.DAY, day).replace(OpenWords.LAUNCH, launch));
    }

    /** Returns the members with each text as the engine writes it. */
    Map<String, Object> with(UnaryOperator<String> words) {
        Map<String, Object> filled = new LinkedHashMap<>();
        members.forEach((name, value) -> filled.put(name, fill(value, words)));
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
