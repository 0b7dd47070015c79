/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import dev.saltern.conf.ExitCode;
import dev.saltern.submit.aws.Address;
import dev.saltern.submit.aws.Aws;
import dev.saltern.submit.cost.ActualCost;
import dev.saltern.submit.cost.PriceTable;
import dev.saltern.submit.cost.Prices;
import dev.saltern.submit.diagnose.Diagnosis;
import dev.saltern.submit.diagnose.Logs;
import dev.saltern.submit.launch.ClusterWatch;
import dev.saltern.submit.launch.LaunchRecord;
import dev.saltern.submit.launch.RunReports;
import dev.saltern.submit.launch.Verdict;
import dev.saltern.submit.request.Tags;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import software.amazon.awssdk.services.emr.model.Cluster;

/** A run that is over, with everything that tells how it went. */
final class EndedRun {
    private static final String MACHINE = "machine";

    private final Aws aws;
    private final Variables variables;
    private final String pipeline;
    private final String day;
    private final String launch;
    private final String cluster;
    private final Instant began;
    private final Verdict verdict;
    private final String trouble;
    private final boolean toldByStarter;

    private EndedRun(
            Aws aws,
            Variables variables,
            String pipeline,
            String day,
            String launch,
            String cluster,
            Instant began,
            boolean late,
            String trouble,
            boolean toldByStarter) {
        this.aws = aws;
        this.variables = variables;
        this.pipeline = pipeline;
        this.day = day;
        this.launch = launch;
        this.cluster = cluster;
        this.began = began;
        this.trouble = trouble;
        this.toldByStarter = toldByStarter;
        this.verdict = late
                ? new Verdict(ExitCode.DEADLINE, "The deadline was reached, and the cluster was ended", false)
                : judge();
    }

    /** Returns the run that a machine asks about. */
    static EndedRun ofMachine(Aws aws, Variables variables, JsonNode question) {
        return new EndedRun(
                aws,
                variables,
                question.path("pipeline").asText(),
                question.path("day").asText(),
                question.path("launch").asText(),
                question.path("clusterId").asText(),
                Instant.parse(question.path("began").asText()),
                question.path("late").asBoolean(),
                question.path("trouble").asText(),
                true);
    }

    /** Returns the run of a cluster, from its tags. */
    static EndedRun ofCluster(Aws aws, Variables variables, String id) {
        Cluster found = aws.emr().describe(id);
        Map<String, String> tags = new HashMap<>();
        found.tags().forEach(tag -> tags.put(tag.key(), tag.value()));
        return new EndedRun(
                aws,
                variables,
                tags.getOrDefault(Tags.PIPELINE, variables.require("SALTERN_PIPELINE")),
                day(tags.getOrDefault(Tags.SCOPE, "")),
                tags.getOrDefault(Tags.LAUNCH, ""),
                id,
                found.status().timeline().creationDateTime(),
                false,
                "",
                tags.getOrDefault(Tags.STARTER, "").equals(MACHINE));
    }

    /** A schedule knows the time at which it fired: the day is the one before, as the job takes it. */
    private static String day(String scope) {
        return scope.contains("T")
                ? LocalDate.ofInstant(Instant.parse(scope), ZoneOffset.UTC)
                        .minusDays(1)
                        .toString()
                : scope;
    }

    String pipeline() {
        return pipeline;
    }

    String day() {
        return day;
    }

    Verdict verdict() {
        return verdict;
    }

    /** Returns the cluster, or the empty text if none was started. */
    String cluster() {
        return cluster;
    }

    /** Returns what went wrong before it was judged. */
    String trouble() {
        return trouble;
    }

    /** Returns whether whoever started it tells of its failure: the same failure is told once. */
    boolean isToldByStarter() {
        return toldByStarter;
    }

    /** Returns whether it only removed what nothing needs, and so published nothing. */
    boolean isUpkeep() {
        return day.equals(Tags.UPKEEP);
    }

    /** Returns the job's own report, whole. */
    Optional<JsonNode> report() {
        return reports().whole(launch, began);
    }

    /** Returns what the cluster did cost, in a region that has prices. */
    OptionalDouble cost(Instant now) {
        PriceTable prices = Prices.load(null);
        if (cluster.isEmpty() || !prices.region().equals(variables.values().getOrDefault("AWS_REGION", ""))) {
            return OptionalDouble.empty();
        }
        int disk = Integer.parseInt(variables.values().getOrDefault("SALTERN_DISK_GIB", "64"));
        return OptionalDouble.of(
                ActualCost.of(aws.emr().instances(cluster), disk, prices, now).usd());
    }

    /** Writes down what the cluster did cost, where the history of the lake looks for it, unless a launch by hand has. */
    void keep(double usd) {
        if (!launch.isEmpty()) {
            Map<String, Object> record = new LinkedHashMap<>();
            record.put("launch", launch);
            record.put("pipeline", pipeline);
            record.put("scope", day);
            record.put("on", "emr");
            record.put("ids", List.of(cluster));
            record.put("exitCode", verdict.exitCode().code());
            record.put("message", verdict.message());
            record.put("usd", usd);
            LaunchRecord.write(aws.objects(), variables.require("SALTERN_LAKE"), record);
        }
    }

    /** Returns what a person needs at night: what failed, why, and what to run next. */
    String message() {
        Address logs = Address.parse(variables.require("SALTERN_LOGS"))
                .child(pipeline)
                .child(launch)
                .child(cluster);
        List<Diagnosis.Finding> findings = cluster.isEmpty()
                ? List.of()
                : Diagnosis.of(new Logs(aws.objects()).ofCluster(logs)).findings();
        return new FailureMessage(this, variables.require("SALTERN_ENVIRONMENT")).text(findings);
    }

    private Verdict judge() {
        if (cluster.isEmpty()) {
            return new Verdict(ExitCode.LAUNCH, "No cluster was started", false);
        }
        ClusterWatch.Seen seen = ClusterWatch.look(aws.emr(), cluster);
        if (isUpkeep()) {
            return seen.steps().stream().allMatch(step -> step.state().equals("COMPLETED"))
                    ? new Verdict(ExitCode.DONE, "what nothing needs was removed", false)
                    : Verdict.of(seen.cluster(), seen.steps(), Optional.empty());
        }
        return Verdict.of(seen.cluster(), seen.steps(), reports().find(launch, day, began));
    }

    private RunReports reports() {
        return new RunReports(aws.objects(), variables.require("SALTERN_LAKE"), pipeline);
    }
}
