/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.saltern.test.kit.Aws;
import dev.saltern.test.kit.AwsEmulator;
import dev.saltern.test.kit.AwsPython;
import dev.saltern.test.kit.iam.ResolvedTemplate;
import dev.saltern.test.kit.iam.TemplateRoles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The template as a team gets it. What the emulator's CloudFormation leaves out (policies and rules of buckets, schedules, alarms, the database,
 * the workgroup) is made here from the template's own properties by each service's API, which checks every member, and read back.
 */
@ExtendWith(AwsEmulator.class)
class TemplateTest {
    private static final Path FILE = Path.of("../conf/deploy/template.yaml");

    private static final String MAKE = """
            import boto3, json, sys
            t = json.load(open(sys.argv[1]))
            numbers = ("EvaluationPeriods", "Period", "BytesScannedCutoffPerQuery")
            def typed(x):
                if isinstance(x, dict):
                    return {k: int(v) if k in numbers else float(v) if k == "Threshold" else typed(v) for k, v in x.items()}
                return [typed(v) for v in x] if isinstance(x, list) else x
            t = typed(t)
            s3, found = boto3.client("s3"), {}
            bucket = t["LakeData"]
            s3.create_bucket(Bucket=bucket["BucketName"])
            name = dict(Bucket=bucket["BucketName"])
            rules = [dict({k: v for k, v in r.items() if k not in ("Id", "Prefix", "ExpirationInDays")}, ID=r["Id"],
                          Filter={"Prefix": r.get("Prefix", "")},
                          **({"Expiration": {"Days": int(r["ExpirationInDays"])}} if "ExpirationInDays" in r else {}))
                     for r in bucket["LifecycleConfiguration"]["Rules"]]
            s3.put_bucket_lifecycle_configuration(LifecycleConfiguration={"Rules": rules}, **name)
            s3.put_bucket_versioning(VersioningConfiguration=bucket["VersioningConfiguration"], **name)
            s3.put_public_access_block(PublicAccessBlockConfiguration=bucket["PublicAccessBlockConfiguration"], **name)
            s3.put_bucket_policy(Policy=json.dumps(t["LakePolicy"]["PolicyDocument"]), **name)
            found["versioning"] = s3.get_bucket_versioning(**name)["Status"]
            found["block"] = s3.get_public_access_block(**name)["PublicAccessBlockConfiguration"]
            found["lifecycle"] = s3.get_bucket_lifecycle_configuration(**name)["Rules"]
            found["policy"] = json.loads(s3.get_bucket_policy(**name)["Policy"])
            scheduler = boto3.client("scheduler")
            for id in ("DaySchedule", "ClusterSchedule", "UpkeepSchedule", "ReapSchedule"):
                schedule = t[id]
                schedule["Target"] = dict(schedule["Target"], RetryPolicy={k: int(v) for k, v in schedule["Target"]["RetryPolicy"].items()})
                scheduler.create_schedule(**schedule)
            found["schedules"] = {s["Name"]: scheduler.get_schedule(Name=s["Name"]) for s in scheduler.list_schedules()["Schedules"]}
            watch = boto3.client("cloudwatch")
            for id in ("NoSuccess", "RejectRate", "Duration", "Cost", "Skew", "Freshness", "FailedStart"):
                watch.put_metric_alarm(AlarmName=id, **t[id])
            found["alarms"] = {a["AlarmName"]: a for a in watch.describe_alarms()["MetricAlarms"]}
            boto3.client("glue").create_database(DatabaseInput=t["GlueDatabase"]["DatabaseInput"])
            found["database"] = boto3.client("glue").get_database(Name="saltern")["Database"]["Name"]
            group = t["Queries"]
            boto3.client("athena").create_work_group(
                Name=group["Name"], Configuration=group["WorkGroupConfiguration"], Description=group["Description"])
            found["workgroup"] = boto3.client("athena").get_work_group(WorkGroup=group["Name"])["WorkGroup"]["Configuration"]
            print(json.dumps(found, default=str))
            """;

    @TempDir
    private Path folder;

    private static ResolvedTemplate template() {
        return TemplateRoles.read(FILE, Map.of());
    }

    @Test
    void theLinterOfCloudFormationSaysNothing() throws IOException {
        assertThat(AwsPython.lint(FILE.toString())).isEmpty();
        Path broken = Files.writeString(
                folder.resolve("broken.yaml"),
                Files.readString(FILE).replace("VersioningConfiguration:", "Versioning:"));
        assertThat(AwsPython.lint(broken.toString())).contains("'Versioning' was unexpected");
    }

    @Test
    void everyServiceTakesWhatStandsThere(Aws aws) throws IOException {
        aws.reset();
        ResolvedTemplate template = template();
        Map<String, Object> properties = new LinkedHashMap<>();
        for (String id : new String[] {
            "LakeData",
            "LakePolicy",
            "DaySchedule",
            "ClusterSchedule",
            "UpkeepSchedule",
            "ReapSchedule",
            "NoSuccess",
            "RejectRate",
            "Duration",
            "Cost",
            "Skew",
            "Freshness",
            "FailedStart",
            "GlueDatabase",
            "Queries"
        }) {
            properties.put(id, template.properties(id));
        }
        Path file =
                Files.writeString(folder.resolve("template.json"), new ObjectMapper().writeValueAsString(properties));
        JsonNode found = new ObjectMapper().readTree(new AwsPython(aws.endpoint()).run(MAKE, file.toString()));

        assertThat(found.path("versioning").asText()).isEqualTo("Enabled");
        assertThat(found.path("block")).hasSize(4).allMatch(JsonNode::asBoolean);
        assertThat(found.at("/lifecycle/0/AbortIncompleteMultipartUpload/DaysAfterInitiation")
                        .asInt())
                .isEqualTo(3);
        assertThat(found.at("/lifecycle/2/Filter/Prefix").asText()).isEqualTo("curated/_search/");
        assertThat(found.at("/policy/Statement").findValuesAsText("Sid"))
                .contains("OnlyTls", "JournalIsWrittenOnce", "JournalIsKept", "RunsAreRemovedByGc");
        JsonNode day = found.at("/schedules/stack-day");
        assertThat(day.path("State").asText()).isEqualTo("ENABLED");
        assertThat(day.at("/Target/Input").asText())
                .isEqualTo("{\"scheduledTime\": \"<aws.scheduler.scheduled-time>\"}");
        assertThat(day.at("/Target/RetryPolicy/MaximumRetryAttempts").asInt()).isEqualTo(1);
        assertThat(found.at("/schedules/stack-cluster/State").asText()).isEqualTo("DISABLED");
        assertThat(found.at("/schedules/stack-cluster/Target/Arn").asText())
                .isEqualTo("arn:aws:scheduler:::aws-sdk:emr:runJobFlow");
        assertThat(found.path("schedules")).hasSize(4);
        JsonNode silent = found.at("/alarms/NoSuccess");
        assertThat(silent.path("TreatMissingData").asText()).isEqualTo("breaching");
        assertThat(silent.path("EvaluationPeriods").asInt()).isEqualTo(26);
        assertThat(found.at("/alarms/RejectRate/Metrics").findValuesAsText("Expression"))
                .containsExactly("IF(success > 0, figure)");
        assertThat(found.path("alarms")).hasSize(7);
        assertThat(found.path("alarms").findValuesAsText("AlarmDescription"))
                .allMatch(text -> text.contains("See docs/runbook.md"));
        assertThat(found.path("database").asText()).isEqualTo("saltern");
        assertThat(found.at("/workgroup/BytesScannedCutoffPerQuery").asLong()).isEqualTo(1L << 40);
    }

    @Test
    void everyAlarmHasItsPlaceInTheRunbook() throws IOException {
        String runbook = Files.readString(Path.of("../docs/runbook.md"));
        assertThat(template().resources("AWS::CloudWatch::Alarm"))
                .hasSize(7)
                .allSatisfy(alarm -> assertThat(runbook).contains("### " + alarm + "\n"));
    }
}
