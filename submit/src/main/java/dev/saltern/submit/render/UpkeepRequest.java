/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.render;

import dev.saltern.submit.request.Tags;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The request of a day turned into that of {@code saltern gc}: the same cluster without task machines, another step, another role. */
public final class UpkeepRequest {
    private static final String RUN = "run";

    private UpkeepRequest() {}

    /**
     * Returns the request.
     *
     * @param instanceProfile the profile of the machines: the only one that may remove runs
     */
    public static DayRequest of(DayRequest day, String instanceProfile) {
        Map<String, Object> members = new LinkedHashMap<>(day.members());
        members.put(
                "Name",
                day.name().replace("saltern " + day.pipeline() + " " + scope(day), "saltern gc " + day.pipeline()));
        members.put("JobFlowRole", instanceProfile);
        members.put("Steps", steps(day));
        members.remove("ManagedScalingPolicy");
        Map<String, Object> instances = new LinkedHashMap<>();
        ((Map<?, ?>) object(members.get("Instances")))
                .forEach((name, value) -> instances.put(String.valueOf(name), value));
        List<Object> fleets = new ArrayList<>((List<?>) object(instances.get("InstanceFleets")));
        fleets.removeIf(fleet -> "TASK".equals(((Map<?, ?>) fleet).get("InstanceFleetType")));
        instances.put("InstanceFleets", fleets);
        members.put("Instances", instances);
        members.put("Tags", TagList.with(object(members.get("Tags")), Tags.SCOPE, Tags.UPKEEP));
        return new DayRequest(day.pipeline(), List.of(members), day.deadline(), day.timeToLive());
    }

    private static String scope(DayRequest day) {
        return day.isDated() ? OpenWords.DAY : "all";
    }

    private static List<Object> steps(DayRequest day) {
        Map<?, ?> step = (Map<?, ?>) ((List<?>) object(day.members().get("Steps"))).get(0);
        Map<?, ?> jar = (Map<?, ?>) object(step.get("HadoopJarStep"));
        List<String> words = ((List<?>) object(jar.get("Args")))
                .stream().map(String::valueOf).toList();
        int run = words.lastIndexOf(RUN);
        int date = words.indexOf("--date");
        List<String> gc = new ArrayList<>(words.subList(0, run));
        gc.add("gc");
        gc.addAll(words.subList(run + 2, date < 0 ? words.size() : date));
        gc.add("--yes");
        return List.of(Members.of(
                "Name",
                "gc " + day.pipeline(),
                "ActionOnFailure",
                "TERMINATE_CLUSTER",
                "HadoopJarStep",
                Members.of("Jar", String.valueOf(jar.get("Jar")), "Args", gc)));
    }

    private static Object object(@org.jspecify.annotations.Nullable Object value) {
        if (value == null) {
            throw new IllegalStateException("Cannot turn the request into that of gc: a member is missing");
        }
        return value;
    }
}
