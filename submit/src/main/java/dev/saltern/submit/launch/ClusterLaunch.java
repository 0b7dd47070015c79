/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.launch;

import dev.saltern.conf.SalternException;
import dev.saltern.conf.cluster.EmrCluster;
import dev.saltern.submit.aws.Emr;
import dev.saltern.submit.cost.ActualCost;
import dev.saltern.submit.request.ClusterRequest;
import dev.saltern.submit.request.RequestRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.services.emr.model.Instance;

/** One launch on clusters of one's own: attempt by attempt up the ladder, and no cluster left behind. Use once. */
public final class ClusterLaunch {
    private static final Set<String> GOING = Set.of("TERMINATING", "TERMINATED", "TERMINATED_WITH_ERRORS");

    private final Work work;
    private final EmrCluster cluster;
    private final Emr emr;
    private final Ladder ladder;
    private final Consumer<String> started;
    private final List<String> ids = new ArrayList<>();

    /**
     * Prepares a launch.
     *
     * @param started hears of each cluster as soon as it has an id
     */
    public ClusterLaunch(Work work, EmrCluster cluster, Consumer<String> started) {
        this.work = work;
        this.cluster = cluster;
        this.emr = work.aws().emr();
        this.ladder = new Ladder(
                cluster,
                work.sizing().taskCores(),
                work.sizing().total(),
                work.limits().deadline());
        this.started = started;
    }

    /** Returns the request of an attempt. */
    public static ClusterRequest request(Work work, EmrCluster cluster, int zeroBasedAttempt, Instant now) {
        Ladder ladder = new Ladder(
                cluster,
                work.sizing().taskCores(),
                work.sizing().total(),
                work.limits().deadline());
        return ClusterRequest.of(
                work.spec(),
                ladder.attempt(zeroBasedAttempt, now),
                ClusterRequest.subnets(work.spec().account(), cluster, zeroBasedAttempt),
                work.sizing().shufflePartitions());
    }

    /** Returns what is wrong with the requests of all attempts, each problem once. */
    public static List<String> problems(Work work, EmrCluster cluster, Instant now) {
        List<String> problems = new ArrayList<>();
        for (int attempt = 0; attempt <= cluster.ladder().size(); attempt++) {
            RequestRules.problems(request(work, cluster, attempt, now)).stream()
                    .filter(problem -> !problems.contains(problem))
                    .forEach(problems::add);
        }
        return problems;
    }

    /**
     * Launches, watches and judges.
     *
     * @throws SalternException if no cluster could be started, or the launch was ended before the job was; no cluster is alive then
     */
    public Outcome run() {
        Instant began = work.pace().now();
        for (int attempt = 0; ; attempt++) {
            String id = start(attempt);
            Verdict verdict = follow(id, began);
            boolean again = verdict.relaunch() && attempt + 1 < ladder.attempts();
            if (!again) {
                return outcome(verdict, began);
            }
            work.voice().say(verdict.message() + ". Trying the next of " + ladder.attempts() + " kinds of machines");
        }
    }

    /** Returns the clusters that were started, also after a failure. */
    public List<String> ids() {
        return List.copyOf(ids);
    }

    private String start(int attempt) {
        String id = new ClusterStart(work)
                .start(request(work, cluster, attempt, work.pace().now()));
        ids.add(id);
        work.voice().say("Started " + id + ", attempt " + (attempt + 1) + " of " + ladder.attempts());
        return id;
    }

    private Verdict follow(String id, Instant began) {
        boolean ended = false;
        try {
            started.accept(id);
            ClusterWatch.Seen seen = new ClusterWatch(work, id, cluster.diskGib(), true, began).untilEnd();
            ended = true;
            return Verdict.of(seen.cluster(), seen.steps(), report(began));
        } finally {
            end(id, ended);
        }
    }

    private Optional<RunView> report(Instant began) {
        return RunReports.of(work).find(work.spec(), began);
    }

    /** Ends the cluster unless it has ended, and every other of this launch: an answer that was lost may have left one. */
    private void end(String id, boolean ended) {
        List<String> all = new ArrayList<>(ended ? List.of() : List.of(id));
        emr.alive(work.spec().name()).stream()
                .map(summary -> summary.id())
                .filter(other -> !other.equals(id))
                .forEach(all::add);
        emr.terminate(all);
        Instant asked = work.ending().now();
        for (String each : all) {
            while (!GOING.contains(emr.describe(each).status().stateAsString())
                    && work.ending().since(asked).compareTo(work.limits().goneGrace()) < 0) {
                work.ending().sleep(work.limits().poll().dividedBy(4));
            }
            work.voice().say("Terminated " + each);
        }
    }

    private Outcome outcome(Verdict verdict, Instant began) {
        return new Outcome(verdict, ids, report(began), cost());
    }

    /** Returns what all clusters of the launch did cost. */
    public Optional<ActualCost> cost() {
        if (work.prices() == null || ids.isEmpty()) {
            return Optional.empty();
        }
        List<Instance> machines = new ArrayList<>();
        ids.forEach(id -> machines.addAll(emr.instances(id)));
        return Optional.of(ActualCost.of(
                machines, cluster.diskGib(), work.prices(), work.pace().now()));
    }
}
