/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.saltern.test.kit.Aws;
import dev.saltern.test.kit.AwsEmulator;
import dev.saltern.test.kit.AwsPython;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A stack from its first day to its last, before the emulator; what it made is read back by another client through each service's API. */
@ExtendWith(AwsEmulator.class)
class DeployCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Tells what is there, service by service. */
    private static final String LOOK = """
            import boto3, json
            def call(service, operation, **arguments):
                try:
                    return getattr(boto3.client(service), operation)(**arguments)
                except Exception as e:
                    return {"error": type(e).__name__ + " " + str(e)}
            lake = dict(Bucket="salt-lake")
            machines = call("stepfunctions", "list_state_machines").get("stateMachines", [])
            definition = call("stepfunctions", "describe_state_machine", stateMachineArn=machines[0]["stateMachineArn"]) if machines else {}
            found = {
                "buckets": [b["Name"] for b in call("s3", "list_buckets")["Buckets"]],
                "encryption": call("s3", "get_bucket_encryption", **lake),
                "versioning": call("s3", "get_bucket_versioning", **lake),
                "block": call("s3", "get_public_access_block", **lake),
                "lifecycle": call("s3", "get_bucket_lifecycle_configuration", **lake),
                "policy": call("s3", "get_bucket_policy", **lake),
                "code": [call("s3", "get_public_access_block", Bucket="salt-code"), call("s3", "get_bucket_versioning", Bucket="salt-code")],
                "parameters": {p["ParameterKey"]: p["ParameterValue"]
                               for s in call("cloudformation", "describe_stacks", StackName="saltern-sensor-daily").get("Stacks", []) for p in s["Parameters"]},
                "roles": [r["RoleName"] for r in call("iam", "list_roles")["Roles"]],
                "database": call("glue", "get_database", Name="saltern"),
                "schedules": [call("scheduler", "get_schedule", Name=s["Name"])
                              for s in call("scheduler", "list_schedules")["Schedules"]],
                "rules": call("events", "list_rules").get("Rules", []),
                "topics": call("sns", "list_topics").get("Topics", []),
                "queues": call("sqs", "list_queues").get("QueueUrls", []),
                "definition": definition.get("definition", ""),
                "functions": [f["Handler"] for f in call("lambda", "list_functions")["Functions"]],
                "alarms": {a["MetricName"]: [a["Threshold"], a["TreatMissingData"]]
                           for a in call("cloudwatch", "describe_alarms")["MetricAlarms"]},
                "dashboards": call("cloudwatch", "list_dashboards").get("DashboardEntries", []),
                "workgroups": [w["Name"] for w in call("athena", "list_work_groups")["WorkGroups"]],
                "stack": call("cloudformation", "list_stack_resources", StackName="saltern-sensor-daily"),
            }
            print(json.dumps(found, default=str))
            """;

    private static final String TEMPLATE = """
            import boto3
            objects = boto3.client("s3").list_objects_v2(Bucket="salt-code", Prefix="saltern/templates/")["Contents"]
            print(boto3.client("s3").get_object(Bucket="salt-code", Key=objects[0]["Key"])["Body"].read().decode())
            """;

    /** The emulator tells no outputs of a stack that a change set made: this one is made at once, from the same template. */
    private static final String WHOLE = """
            import boto3, json, sys
            given = dict(json.load(open(sys.argv[2])), CreateBuckets="false", MadeCodeBucket="false")
            boto3.client("cloudformation").create_stack(
                StackName="saltern-sensor-daily", TemplateBody=open(sys.argv[1]).read(), Capabilities=["CAPABILITY_NAMED_IAM"],
                Parameters=[{"ParameterKey": k, "ParameterValue": v} for k, v in given.items()])
            """;

    @TempDir
    private Path folder;

    private Deployed deployed;
    private Aws aws;

    @BeforeEach
    void start(Aws emulator) {
        aws = emulator;
        aws.reset();
        System.setProperty("aws.endpointUrl", emulator.endpoint().toString());
        deployed = new Deployed(folder);
    }

    @AfterEach
    void stop() {
        System.clearProperty("aws.endpointUrl");
    }

    private Cli run(String command, String... more) {
        String[] words = new String[more.length + 4];
        words[0] = command;
        words[1] = "sensor-daily";
        words[2] = "--poll";
        words[3] = "100ms";
        System.arraycopy(more, 0, words, 4, more.length);
        Cli cli = deployed.run(words);
        assertThat(cli.exitCode()).as(cli.err() + cli.out()).isZero();
        return cli;
    }

    private JsonNode look() throws IOException {
        return JSON.readTree(new AwsPython(aws.endpoint()).run(LOOK));
    }

    @Test
    void aStackIsMadeChangedAndRemovedAndItsDataStays() throws IOException {
        Cli plan = run("deploy", "--dry-run");
        assertThat(plan.out())
                .contains("Add  LakeData  AWS::S3::Bucket", "(dry run: nothing is changed)")
                .doesNotContain("Subscription", "CodePolicy");
        assertThat(look().path("buckets")).isEmpty();

        Path template = isMade();
        Path parameters = Files.writeString(
                folder.resolve("parameters.json"), look().path("parameters").toString());
        isChanged();
        isRemoved();

        new AwsPython(aws.endpoint()).run(WHOLE, template.toString(), parameters.toString());
        outputsNameWhatIsThere(JSON.readTree(run("deploy", "--json").out()).path("outputs"));
        run("destroy", "--yes");

        Cli anew = run("deploy");
        assertThat(anew.err()).contains("Left alone, with their policies: salt-lake, salt-raw, salt-logs");
    }

    /** Returns the file of the template that it was made from. */
    private Path isMade() throws IOException {
        Cli made = run("deploy", "--json", "--parameter", "AlertEmail=people@example.org");
        assertThat(JSON.readTree(made.out()).path("changes")).hasSizeGreaterThan(60);
        isWhole(look());
        JsonNode template = JSON.readTree(new AwsPython(aws.endpoint()).run(TEMPLATE));
        Path file = Files.writeString(folder.resolve("whole.json"), template.toString());
        assertThat(AwsPython.lint(file.toString())).isEmpty();
        assertThat(template.at("/Resources/ClusterSchedule/Properties/Target/Input")
                        .asText())
                .contains("\"saltern-sensor-daily-emr-instance\"", "\"run\",\"sensor-daily\"");
        assertThat(template.at("/Resources/QuerySensorDailyView/Properties/QueryString")
                        .asText())
                .contains("VIEW \"saltern\".\"sensor_daily_wide\"", "CAST(\"mean\" AS double)");
        String gc =
                template.at("/Resources/UpkeepSchedule/Properties/Target/Input").asText();
        assertThat(gc)
                .contains(
                        "\"saltern-sensor-daily-gc\"", "\"gc\",\"--conf\",\"saltern-conf\",\"--env\",\"emr\",\"--yes\"")
                .doesNotContain("\"TASK\"", "--date");
        return file;
    }

    private void isChanged() throws IOException {
        Cli again = run("deploy");
        assertThat(again.out()).startsWith("Stack saltern-sensor-daily: nothing to change\n");
        assertThat(again.err()).contains("Uploaded 0 of 4 files");

        assertThat(run("deploy", "--deadline", "3h", "--dry-run").out())
                .contains("Modify  Machine  AWS::StepFunctions");
        assertThat(look().path("definition").asText()).contains(" + 7200000 ");
        assertThat(run("deploy", "--deadline", "3h").out()).contains("3 changes made");
        assertThat(look().path("definition").asText()).contains(" + 10800000 ");
    }

    private void isRemoved() throws IOException {
        assertThat(run("destroy").out()).contains("would be removed", "  stays: AWS::S3::Bucket salt-lake\n");
        isWhole(look());
        assertThat(run("destroy", "--yes").out()).contains(": removed", "  stays: AWS::S3::Bucket salt-raw\n");
        JsonNode left = look();
        assertThat(texts(left.path("buckets"))).contains("salt-lake", "salt-raw", "salt-logs");
        assertThat(left.path("roles")).isEmpty();
        assertThat(left.path("functions")).isEmpty();
        assertThat(left.path("rules")).isEmpty();
    }

    @Test
    void codeInABucketThatTheStackMakesIsRefused() throws IOException {
        Path environment = folder.resolve("emr.yaml");
        Files.writeString(environment, Files.readString(environment).replace("s3://salt-code/", "s3://salt-lake/"));
        Cli cli = deployed.run("deploy", "sensor-daily");
        assertThat(cli.exitCode()).isEqualTo(3);
        assertThat(cli.err()).contains("Invalid aws.code: s3://salt-lake/saltern (must be in a bucket of its own");
    }

    private static void outputsNameWhatIsThere(JsonNode outputs) {
        Map<String, String> found = new TreeMap<>();
        outputs.fields()
                .forEachRemaining(
                        output -> found.put(output.getKey(), output.getValue().asText()));
        // The emulator's CloudFormation makes no workgroup, and tells no output of it.
        assertThat(found)
                .containsOnlyKeys(
                        "FailedStarts",
                        "InstanceProfile",
                        "Machine",
                        "PublisherRole",
                        "RuntimeRole",
                        "ServiceRole",
                        "Topic")
                .containsEntry("ServiceRole", "saltern-sensor-daily-emr")
                .containsEntry("InstanceProfile", "saltern-sensor-daily-emr-instance");
        assertThat(found.get("Topic")).startsWith("arn:aws:sns:us-east-1:");
        assertThat(found.get("Machine")).endsWith(":stateMachine:saltern-sensor-daily");
        assertThat(found.get("PublisherRole")).contains(":role/");
        assertThat(found.get("RuntimeRole")).contains(":role/").isNotEqualTo(found.get("PublisherRole"));
        assertThat(found.get("FailedStarts")).startsWith("http");
    }

    private static void isWhole(JsonNode found) {
        assertThat(texts(found.path("buckets"))).contains("salt-code", "salt-lake", "salt-raw", "salt-logs");
        assertThat(texts(found.path("roles")))
                .hasSize(10)
                .contains("saltern-sensor-daily-emr", "saltern-sensor-daily-emr-instance");
        assertThat(texts(found.path("functions")))
                .contains(
                        "dev.saltern.submit.lambda.ArrivalMain::handle",
                        "dev.saltern.submit.lambda.JudgeMain::handle",
                        "dev.saltern.submit.lambda.ReapMain::handle");
        assertThat(found.path("code").toString()).contains("\"RestrictPublicBuckets\":true", "Enabled");
        assertThat(found.at("/parameters/MadeCodeBucket").asText()).isEqualTo("true");
        assertThat(found.path("rules")).hasSize(3);
        assertThat(found.path("topics")).hasSize(1);
        assertThat(found.path("queues")).hasSize(1);
        assertThat(found.path("dashboards")).hasSize(1);
        assertThat(found.path("definition").asText())
                .contains("function:saltern-sensor-daily-judge", "saltern-sensor-daily-Topic")
                .doesNotContain("${");
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
