/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.aws;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.emr.EmrClient;
import software.amazon.awssdk.services.emr.model.Cluster;
import software.amazon.awssdk.services.emr.model.ClusterState;
import software.amazon.awssdk.services.emr.model.ClusterSummary;
import software.amazon.awssdk.services.emr.model.Instance;
import software.amazon.awssdk.services.emr.model.RunJobFlowRequest;
import software.amazon.awssdk.services.emr.model.StepSummary;

/** Clusters of EMR. All but {@link #run} may be repeated, and are, while EMR throttles. */
public final class Emr {
    private static final List<ClusterState> ALIVE =
            List.of(ClusterState.STARTING, ClusterState.BOOTSTRAPPING, ClusterState.RUNNING, ClusterState.WAITING);

    private final EmrClient client;
    private final Patience patience;

    /** Wraps a client, which must not repeat requests by itself. */
    public Emr(EmrClient client, Patience patience) {
        this.client = client;
        this.patience = patience;
    }

    /**
     * Starts a cluster and returns its id. Asks once: RunJobFlow has no client token, so that a repeat may start a second cluster.
     *
     * @param more members of the request that the SDK does not know, see {@link MoreMembers}
     */
    public String run(RunJobFlowRequest request, Map<String, Object> more) {
        RunJobFlowRequest whole = more.isEmpty()
                ? request
                : request.toBuilder()
                        .overrideConfiguration(builder -> builder.putExecutionAttribute(MoreMembers.MEMBERS, more))
                        .build();
        return client.runJobFlow(whole).jobFlowId();
    }

    /** Returns the cluster, with its tags. */
    public Cluster describe(String id) {
        return patience.call(
                "describe cluster " + id,
                () -> client.describeCluster(builder -> builder.clusterId(id)).cluster());
    }

    /** Returns every step, the last first, as EMR lists them. */
    public List<StepSummary> steps(String id) {
        return patience.call(
                "list the steps of cluster " + id,
                () -> client.listStepsPaginator(builder -> builder.clusterId(id)).steps().stream()
                        .toList());
    }

    /** Returns every machine that the cluster has, or had. */
    public List<Instance> instances(String id) {
        return patience.call(
                "list the machines of cluster " + id,
                () -> client.listInstancesPaginator(builder -> builder.clusterId(id)).instances().stream()
                        .toList());
    }

    /** Returns every cluster that has not begun to end, page by page. */
    public List<ClusterSummary> alive() {
        return patience.call(
                "list clusters",
                () -> client.listClustersPaginator(builder -> builder.clusterStates(ALIVE)).clusters().stream()
                        .toList());
    }

    /** Returns the clusters that have not begun to end and whose name begins so, the oldest first. */
    public List<ClusterSummary> alive(String namePrefix) {
        return alive().stream()
                .filter(cluster -> cluster.name().startsWith(namePrefix))
                .sorted(java.util.Comparator.comparing((ClusterSummary cluster) ->
                                cluster.status().timeline().creationDateTime())
                        .thenComparing(ClusterSummary::id))
                .toList();
    }

    /** Asks EMR to end the clusters, ten at a time, as it takes them. */
    public void terminate(List<String> ids) {
        for (int from = 0; from < ids.size(); from += 10) {
            List<String> some = ids.subList(from, Math.min(ids.size(), from + 10));
            var unused = patience.call(
                    "terminate " + String.join(", ", some),
                    () -> client.terminateJobFlows(builder -> builder.jobFlowIds(some)));
        }
    }
}
