/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.test.kit.iam.AccessRequest;
import dev.saltern.test.kit.iam.PolicyEvaluator;
import dev.saltern.test.kit.iam.ResolvedTemplate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What each role of the template may do, and may not, by the evaluator of the test kit. */
class RolesTest {
    private static final String LAKE = "arn:aws:s3:::salt-lake";
    private static final String RUN = LAKE + "/curated/_runs/sensor_daily/r1/dt=2026-01-31/part-0.parquet";
    private static final String MAGIC = LAKE + "/curated/_runs/sensor_daily/r1/__magic_job-1/tasks/a.pendingset";
    private static final String JOURNAL = LAKE + "/curated/_journal/sensor_daily/v000000000042.json";
    private static final String RAW = "arn:aws:s3:::salt-raw/raw/readings/dt=2026-01-31/a.json";
    private static final String CLUSTER = "arn:aws:elasticmapreduce:us-east-1:111122223333:cluster/j-1";
    private static final String TABLE = "arn:aws:glue:us-east-1:111122223333:table/saltern/sensor_daily";
    private static final String OTHER_TABLE = "arn:aws:glue:us-east-1:111122223333:table/finance/salaries";

    private final ResolvedTemplate template = template();
    private final List<Map<String, Object>> lakePolicy = statements("LakePolicy");

    private static ResolvedTemplate template() {
        try {
            Map<String, Object> members = new LinkedHashMap<>();
            ((Map<?, ?>) new Load(LoadSettings.builder().build())
                            .loadFromString(Files.readString(Path.of("../conf/deploy/template.yaml"))))
                    .forEach((name, member) -> members.put(String.valueOf(name), member));
            return new ResolvedTemplate(
                    members,
                    Map.of(
                            "LakeBucket",
                            "salt-lake",
                            "RawBucket",
                            "salt-raw",
                            "LogBucket",
                            "salt-logs",
                            "CodeBucket",
                            "salt-code"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private List<Map<String, Object>> statements(String policy) {
        List<Map<String, Object>> statements = new ArrayList<>();
        Map<?, ?> document = (Map<?, ?>) template.properties(policy).get("PolicyDocument");
        for (Object statement :
                (List<?>) java.util.Objects.requireNonNull(document).get("Statement")) {
            Map<String, Object> members = new LinkedHashMap<>();
            ((Map<?, ?>) statement).forEach((name, member) -> members.put(String.valueOf(name), member));
            statements.add(members);
        }
        return statements;
    }

    private boolean may(String role, AccessRequest request) {
        return new PolicyEvaluator(ResolvedTemplate.arn(role), template.statements(role), lakePolicy).allows(request);
    }

    private boolean may(String role, String action, String resource) {
        return may(role, AccessRequest.of(action, resource));
    }

    private static AccessRequest run(String pipeline) {
        return AccessRequest.of("elasticmapreduce:RunJobFlow", "*").with("aws:RequestTag/saltern:pipeline", pipeline);
    }

    private static AccessRequest end(String pipeline) {
        return AccessRequest.of("elasticmapreduce:TerminateJobFlows", CLUSTER)
                .with("elasticmapreduce:ResourceTag/saltern:pipeline", pipeline);
    }

    private static AccessRequest pass(String role, String service) {
        return AccessRequest.of("iam:PassRole", ResolvedTemplate.arn(role)).with("iam:PassedToService", service);
    }

    private static AccessRequest create(String object) {
        return AccessRequest.of("s3:PutObject", object)
                .with("s3:ObjectCreationOperation", "true")
                .with("s3:if-none-match", "*");
    }

    private static AccessRequest overwrite(String object) {
        return AccessRequest.of("s3:PutObject", object).with("s3:ObjectCreationOperation", "true");
    }

    @Test
    void everyRoleIsTested() {
        assertThat(template.resources("AWS::IAM::Role"))
                .containsExactlyInAnyOrder(
                        "SchedulerRole",
                        "MachineRole",
                        "ArrivalRole",
                        "JudgeRole",
                        "ReapRole",
                        "ServiceRole",
                        "InstanceRole",
                        "RuntimeRole",
                        "PublisherRole",
                        "GcRole");
        assertThat(template.resources("AWS::IAM::Role")).allSatisfy(role -> {
            assertThat(may(role, "iam:CreateUser", "*")).as(role).isFalse();
            assertThat(may(role, "s3:DeleteBucket", LAKE)).as(role).isFalse();
            assertThat(may(role, "s3:DeleteObject", JOURNAL)).as(role).isFalse();
            assertThat(may(role, "s3:PutBucketPolicy", LAKE)).as(role).isFalse();
            assertThat(may(role, overwrite(JOURNAL))).as(role).isFalse();
            assertThat(may(role, "s3:PutObject", RAW)).as(role).isFalse();
            assertThat(may(role, "glue:UpdateTable", OTHER_TABLE)).as(role).isFalse();
        });
    }

    @Test
    void theSchedulerStartsThePipelineAndNothingElse() {
        assertThat(may(
                        "SchedulerRole",
                        "states:StartExecution",
                        "arn:aws:states:us-east-1:111122223333:stateMachine:stack"))
                .isTrue();
        assertThat(may("SchedulerRole", run("sensor-daily"))).isTrue();
        assertThat(may("SchedulerRole", pass("InstanceRole", "ec2.amazonaws.com")))
                .isTrue();
        assertThat(may("SchedulerRole", run("other"))).isFalse();
        assertThat(may("SchedulerRole", "elasticmapreduce:RunJobFlow", "*")).isFalse();
        assertThat(may(
                        "SchedulerRole",
                        "states:StartExecution",
                        "arn:aws:states:us-east-1:111122223333:stateMachine:other"))
                .isFalse();
        assertThat(may("SchedulerRole", pass("PublisherRole", "ec2.amazonaws.com")))
                .isFalse();
        assertThat(may("SchedulerRole", pass("InstanceRole", "lambda.amazonaws.com")))
                .isFalse();
        assertThat(may("SchedulerRole", "s3:GetObject", RUN)).isFalse();
        assertThat(may("SchedulerRole", end("sensor-daily"))).isFalse();
    }

    @Test
    void theMachineEndsItsOwnClustersAlone() {
        assertThat(may("MachineRole", run("sensor-daily"))).isTrue();
        assertThat(may("MachineRole", end("sensor-daily"))).isTrue();
        assertThat(may("MachineRole", "elasticmapreduce:ListClusters", "*")).isTrue();
        assertThat(may("MachineRole", end("other"))).isFalse();
        assertThat(may("MachineRole", pass("GcRole", "ec2.amazonaws.com"))).isFalse();
        assertThat(may("MachineRole", "s3:GetObject", RAW)).isFalse();
    }

    @Test
    void theArrivalMovesRawFilesAndStartsTheMachine() {
        assertThat(may("ArrivalRole", "s3:GetObject", RAW)).isTrue();
        assertThat(may("ArrivalRole", "s3:DeleteObject", RAW)).isTrue();
        assertThat(may("ArrivalRole", "s3:PutObject", "arn:aws:s3:::salt-raw/_refused/raw/a.json"))
                .isTrue();
        assertThat(may("ArrivalRole", "s3:GetObject", RUN)).isFalse();
        assertThat(may("ArrivalRole", "s3:DeleteObject", RUN)).isFalse();
        assertThat(may("ArrivalRole", run("sensor-daily"))).isFalse();
    }

    @Test
    void theJudgeReadsAndWritesDownNothingButTheCost() {
        assertThat(may("JudgeRole", "s3:PutObject", LAKE + "/curated/_launches/sensor-daily/l.json"))
                .isTrue();
        assertThat(may("JudgeRole", "s3:PutObject", LAKE + "/curated/_reports/sensor-daily/a.json"))
                .isFalse();
        assertThat(may("JudgeRole", "s3:DeleteObject", LAKE + "/curated/_launches/sensor-daily/l.json"))
                .isFalse();
        assertThat(may("JudgeRole", "s3:GetObject", LAKE + "/curated/_reports/sensor-daily/a.json"))
                .isTrue();
        assertThat(may("JudgeRole", "s3:GetObject", "arn:aws:s3:::salt-logs/logs/sensor-daily/l/j-1/steps/s-1/stderr"))
                .isTrue();
        assertThat(may("JudgeRole", "elasticmapreduce:ListSteps", CLUSTER)).isTrue();
        assertThat(may("JudgeRole", "s3:GetObject", RUN)).isFalse();
        assertThat(may("JudgeRole", "s3:GetObject", RAW)).isFalse();
        assertThat(may("JudgeRole", end("sensor-daily"))).isFalse();
    }

    @Test
    void theReaperEndsClustersOfThePipeline() {
        assertThat(may("ReapRole", end("sensor-daily"))).isTrue();
        assertThat(may("ReapRole", end("other"))).isFalse();
        assertThat(may("ReapRole", "elasticmapreduce:TerminateJobFlows", CLUSTER))
                .isFalse();
        assertThat(may("ReapRole", "s3:GetObject", RAW)).isFalse();
    }

    @Test
    void emrItselfPassesTheRolesOfMachines() {
        assertThat(may("ServiceRole", pass("InstanceRole", "ec2.amazonaws.com")))
                .isTrue();
        assertThat(may("ServiceRole", pass("PublisherRole", "ec2.amazonaws.com")))
                .isFalse();
        assertThat(may("ServiceRole", "s3:GetObject", RAW)).isFalse();
    }

    @Test
    void runsWriteAndSealAndRemoveOnlyWhatCommittersLeave() {
        for (String role : List.of("InstanceRole", "RuntimeRole")) {
            assertThat(may(role, "s3:GetObject", RAW)).isTrue();
            assertThat(may(role, overwrite(RUN))).isTrue();
            assertThat(may(role, create(LAKE + "/curated/_runs/sensor_daily/r1/_manifest.json")))
                    .isTrue();
            assertThat(may(role, create(JOURNAL))).isTrue();
            assertThat(may(role, "s3:DeleteObject", MAGIC)).isTrue();
            assertThat(may(role, "glue:BatchCreatePartition", TABLE)).isTrue();
            assertThat(may(role, overwrite(LAKE + "/curated/_runs/sensor_daily/r1/_manifest.json")))
                    .isFalse();
            assertThat(may(role, "s3:DeleteObject", RUN)).isFalse();
            assertThat(may(role, "s3:DeleteObjectVersion", RUN)).isFalse();
            assertThat(may(role, "s3:DeleteObject", RAW)).isFalse();
            assertThat(may(role, run("sensor-daily"))).isFalse();
            assertThat(may(role, "glue:DeleteTable", TABLE)).isFalse();
        }
    }

    @Test
    void thePublisherCommitsAndRemovesNothing() {
        assertThat(may("PublisherRole", create(JOURNAL))).isTrue();
        assertThat(may("PublisherRole", "glue:BatchUpdatePartition", TABLE)).isTrue();
        assertThat(may("PublisherRole", run("sensor-daily"))).isTrue();
        assertThat(may("PublisherRole", "s3:DeleteObject", RUN)).isFalse();
        assertThat(may("PublisherRole", "s3:DeleteObject", MAGIC)).isFalse();
        assertThat(may("PublisherRole", "s3:PutObject", LAKE + "/curated/_staging/a"))
                .isFalse();
    }

    @Test
    void gcRemovesRunsAndNeitherJournalNorRawFiles() {
        assertThat(may("GcRole", "s3:DeleteObject", RUN)).isTrue();
        assertThat(may("GcRole", "s3:DeleteObjectVersion", RUN)).isTrue();
        assertThat(may("GcRole", "s3:DeleteObject", RAW)).isFalse();
        assertThat(may("GcRole", create(JOURNAL))).isFalse();
        assertThat(may("GcRole", "glue:UpdateTable", TABLE)).isFalse();
        assertThat(may("GcRole", run("sensor-daily"))).isFalse();
    }

    @Test
    void thePolicyOfTheLakeHoldsForAdministratorsToo() {
        List<Map<String, Object>> everything = List.of(Map.of("Effect", "Allow", "Action", "*", "Resource", "*"));
        PolicyEvaluator administrator =
                new PolicyEvaluator("arn:aws:iam::111122223333:role/admin", everything, lakePolicy);
        assertThat(administrator.allows(AccessRequest.of("s3:GetObject", RUN))).isTrue();
        assertThat(administrator.allows(create(JOURNAL))).isTrue();
        assertThat(administrator.allows(overwrite(JOURNAL))).isFalse();
        assertThat(administrator.allows(AccessRequest.of("s3:DeleteObject", RUN)))
                .isFalse();
        assertThat(administrator.allows(overwrite(RUN))).isFalse();
        assertThat(administrator.allows(AccessRequest.of("s3:DeleteObject", JOURNAL)))
                .isFalse();
        assertThat(administrator.allows(new AccessRequest("s3:GetObject", RUN, Map.of("aws:SecureTransport", "false"))))
                .isFalse();
        // A part of a multipart upload cannot carry the header; the end of the upload can.
        assertThat(administrator.allows(
                        AccessRequest.of("s3:PutObject", JOURNAL).with("s3:ObjectCreationOperation", "false")))
                .isTrue();
    }
}
