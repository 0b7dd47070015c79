/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.render;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The states of a cluster's life, and those that end it. */
final class WatchStates {
    private static final int POLL_SECONDS = 60;
    private static final long CLOCK_SKEW_MILLIS = Duration.ofMinutes(5).toMillis();

    private final DayRequest request;
    private final Map<String, State> states;

    WatchStates(DayRequest request, Map<String, State> states) {
        this.request = request;
        this.states = states;
    }

    void add() {
        steps();
        cluster();
        end();
    }

    private void steps() {
        states.put("Pause", State.pause(POLL_SECONDS).next("Steps"));
        states.put(
                "Steps",
                State.task(MachineWords.EMR + "listSteps", Members.of("ClusterId", Jsonata.of("$clusterId")))
                        .assign(Members.of("steps", Jsonata.of("[$states.result.Steps.Status.State]")))
                        .retry(MachineWords.READ_RETRIES, MachineWords.ALL)
                        .onError("Strays", MachineWords.trouble("Cannot list the steps: "))
                        .next("Decide"));
        states.put(
                "Decide",
                State.choice()
                        .with(
                                "Choices",
                                List.of(
                                        State.rule(
                                                "$count($steps[$ in [\"FAILED\", \"CANCELLED\", \"INTERRUPTED\"]]) > 0",
                                                "Strays"),
                                        State.rule(
                                                "$count($steps) > 0 and $count($steps[$ != \"COMPLETED\"]) = 0",
                                                "Strays"),
                                        State.rule(MachineWords.NOW + " > $until", "Strays", Members.of("late", true))))
                        .with("Default", "Cluster"));
    }

    private void cluster() {
        states.put(
                "Cluster",
                State.task(MachineWords.EMR + "describeCluster", Members.of("ClusterId", Jsonata.of("$clusterId")))
                        .assign(Members.of("cluster", Jsonata.of("$states.result.Cluster.Status.State")))
                        .retry(MachineWords.READ_RETRIES, MachineWords.ALL)
                        .onError("Strays", MachineWords.trouble("Cannot describe the cluster: "))
                        .next("Lives"));
        states.put(
                "Lives",
                State.choice()
                        .with(
                                "Choices",
                                List.of(State.rule(
                                        "$cluster in [\"TERMINATED\", \"TERMINATED_WITH_ERRORS\"]", "Strays")))
                        .with("Default", "Pause"));
    }

    /** Every cluster of this name is ended: an answer that was lost may have left one that nobody has the id of. */
    private void end() {
        states.put(
                "Strays",
                State.task(
                                MachineWords.EMR + "listClusters",
                                Members.of(
                                        "CreatedAfter",
                                        Jsonata.of(
                                                "$fromMillis(" + MachineWords.BEGAN + " - " + CLOCK_SKEW_MILLIS + ")"),
                                        "ClusterStates",
                                        List.of("STARTING", "BOOTSTRAPPING", "RUNNING", "WAITING")))
                        .assign(Members.of("alive", Jsonata.of("[$states.result.Clusters[Name = " + name() + "].Id]")))
                        .retry(MachineWords.READ_RETRIES, MachineWords.ALL)
                        .onError("Found", MachineWords.trouble("Cannot list the clusters: "))
                        .next("Found"));
        states.put(
                "Found",
                State.choice()
                        .with("Choices", List.of(State.rule("$count($alive) > 0", "Terminate")))
                        .with("Default", "Settle"));
        states.put(
                "Terminate",
                State.task(MachineWords.EMR + "terminateJobFlows", Members.of("JobFlowIds", Jsonata.of("$alive")))
                        .assign(Members.of("clusterId", Jsonata.of("$clusterId = \"\" ? $alive[0] : $clusterId")))
                        .retry(MachineWords.READ_RETRIES, MachineWords.ALL)
                        .onError("Settle", MachineWords.trouble("Cannot terminate the cluster, saltern reap will: "))
                        .next("Settle"));
    }

    /** Returns the cluster's name as an expression inside another. */
    private String name() {
        String text = Jsonata.text(request.name());
        return text.startsWith("{%") ? text.substring(3, text.length() - 3) : Json.line(text);
    }
}
