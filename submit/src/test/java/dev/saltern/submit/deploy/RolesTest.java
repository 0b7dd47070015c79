/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What each role of the template may do, and may not, by the evaluator of the test kit. */
class RolesTest {
    private final Roles roles = new Roles();

    @Test
    void everyRoleIsTested() {
        assertThat(roles.all.names())
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
        assertThat(roles.all.names()).allSatisfy(role -> {
            assertThat(roles.may(role, "iam:CreateUser", "*")).as(role).isFalse();
            assertThat(roles.may(role, "s3:DeleteBucket", Roles.LAKE)).as(role).isFalse();
            assertThat(roles.may(role, "s3:DeleteObject", Roles.JOURNAL))
                    .as(role)
                    .isFalse();
            assertThat(roles.may(role, "s3:PutBucketPolicy", Roles.LAKE))
                    .as(role)
                    .isFalse();
            assertThat(roles.may(role, Roles.overwrite(Roles.JOURNAL))).as(role).isFalse();
            assertThat(roles.may(role, "s3:PutObject", Roles.RAW)).as(role).isFalse();
            assertThat(roles.may(role, "glue:UpdateTable", Roles.OTHER_TABLE))
                    .as(role)
                    .isFalse();
        });
    }

    @Test
    void theSchedulerStartsThePipelineAndNothingElse() {
        assertThat(roles.may(
                        "SchedulerRole",
                        "states:StartExecution",
                        "arn:aws:states:us-east-1:111122223333:stateMachine:stack"))
                .isTrue();
        assertThat(roles.may("SchedulerRole", Roles.run("sensor-daily"))).isTrue();
        assertThat(roles.may("SchedulerRole", Roles.pass("InstanceRole", "ec2.amazonaws.com")))
                .isTrue();
        assertThat(roles.may("SchedulerRole", Roles.run("other"))).isFalse();
        assertThat(roles.may("SchedulerRole", "elasticmapreduce:RunJobFlow", "*"))
                .isFalse();
        assertThat(roles.may(
                        "SchedulerRole",
                        "states:StartExecution",
                        "arn:aws:states:us-east-1:111122223333:stateMachine:other"))
                .isFalse();
        assertThat(roles.may("SchedulerRole", Roles.pass("PublisherRole", "ec2.amazonaws.com")))
                .isFalse();
        assertThat(roles.may("SchedulerRole", Roles.pass("InstanceRole", "lambda.amazonaws.com")))
                .isFalse();
        assertThat(roles.may("SchedulerRole", "s3:GetObject", Roles.RUN)).isFalse();
        assertThat(roles.may("SchedulerRole", Roles.end("sensor-daily"))).isFalse();
    }

    @Test
    void theMachineEndsItsOwnClustersAlone() {
        assertThat(roles.may("MachineRole", Roles.run("sensor-daily"))).isTrue();
        assertThat(roles.may("MachineRole", Roles.end("sensor-daily"))).isTrue();
        assertThat(roles.may("MachineRole", "elasticmapreduce:ListClusters", "*"))
                .isTrue();
        assertThat(roles.may("MachineRole", Roles.end("other"))).isFalse();
        assertThat(roles.may("MachineRole", Roles.pass("GcRole", "ec2.amazonaws.com")))
                .isFalse();
        assertThat(roles.may("MachineRole", "s3:GetObject", Roles.RAW)).isFalse();
    }

    @Test
    void theArrivalMovesRawFilesAndStartsTheMachine() {
        assertThat(roles.may("ArrivalRole", "s3:GetObject", Roles.RAW)).isTrue();
        assertThat(roles.may("ArrivalRole", "s3:DeleteObject", Roles.RAW)).isTrue();
        assertThat(roles.may("ArrivalRole", "s3:PutObject", "arn:aws:s3:::salt-raw/_refused/raw/a.json"))
                .isTrue();
        assertThat(roles.may("ArrivalRole", "s3:GetObject", Roles.RUN)).isFalse();
        assertThat(roles.may("ArrivalRole", "s3:DeleteObject", Roles.RUN)).isFalse();
        assertThat(roles.may("ArrivalRole", Roles.run("sensor-daily"))).isFalse();
    }

    @Test
    void theJudgeReadsAndWritesDownNothingButTheCost() {
        String launch = Roles.LAKE + "/curated/_launches/sensor-daily/l.json";
        String report = Roles.LAKE + "/curated/_reports/sensor-daily/a.json";
        assertThat(roles.may("JudgeRole", "s3:PutObject", launch)).isTrue();
        assertThat(roles.may("JudgeRole", "s3:PutObject", report)).isFalse();
        assertThat(roles.may("JudgeRole", "s3:DeleteObject", launch)).isFalse();
        assertThat(roles.may("JudgeRole", "s3:GetObject", report)).isTrue();
        assertThat(roles.may(
                        "JudgeRole", "s3:GetObject", "arn:aws:s3:::salt-logs/logs/sensor-daily/l/j-1/steps/s-1/stderr"))
                .isTrue();
        assertThat(roles.may("JudgeRole", "elasticmapreduce:ListSteps", Roles.CLUSTER))
                .isTrue();
        assertThat(roles.may("JudgeRole", "s3:GetObject", Roles.RUN)).isFalse();
        assertThat(roles.may("JudgeRole", "s3:GetObject", Roles.RAW)).isFalse();
        assertThat(roles.may("JudgeRole", Roles.end("sensor-daily"))).isFalse();
    }

    @Test
    void theReaperEndsClustersOfThePipeline() {
        assertThat(roles.may("ReapRole", Roles.end("sensor-daily"))).isTrue();
        assertThat(roles.may("ReapRole", Roles.end("other"))).isFalse();
        assertThat(roles.may("ReapRole", "elasticmapreduce:TerminateJobFlows", Roles.CLUSTER))
                .isFalse();
        assertThat(roles.may("ReapRole", "s3:GetObject", Roles.RAW)).isFalse();
    }

    @Test
    void emrItselfPassesTheRolesOfMachines() {
        assertThat(roles.may("ServiceRole", Roles.pass("InstanceRole", "ec2.amazonaws.com")))
                .isTrue();
        assertThat(roles.may("ServiceRole", Roles.pass("PublisherRole", "ec2.amazonaws.com")))
                .isFalse();
        assertThat(roles.may("ServiceRole", "s3:GetObject", Roles.RAW)).isFalse();
    }
}
