/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.saltern.test.kit.AwsPython;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever starts a day sends what a launch sends. */
class RenderCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DAY = "2026-01-31";

    /** Holds requests against the service's own model: botocore knows each member, its type and what is required. */
    private static final String VALIDATE = """
            import json, sys, botocore.session, botocore.validate
            session = botocore.session.get_session()
            for service, operation, file in zip(sys.argv[1::3], sys.argv[2::3], sys.argv[3::3]):
                shape = session.get_service_model(service).operation_model(operation).input_shape
                report = botocore.validate.ParamValidator().validate(json.load(open(file)), shape)
                print(operation, report.generate_report() or "valid")
            """;

    @TempDir
    private Path folder;

    private Deployed deployed;

    @BeforeEach
    void home() {
        deployed = new Deployed(folder);
    }

    private Cli render(String what, String... more) {
        String[] words = new String[more.length + 3];
        words[0] = "render";
        words[1] = what;
        words[2] = "sensor-daily";
        System.arraycopy(more, 0, words, 3, more.length);
        Cli cli = deployed.run(words);
        assertThat(cli.exitCode()).as(cli.err()).isZero();
        return cli;
    }

    /** Returns the request that launch itself would send for the day, with the launch's own words as {@code @launch@}. */
    private JsonNode launched() throws IOException {
        Cli cli = deployed.run("launch", "sensor-daily", "--date", DAY, "--dry-run", "--json");
        assertThat(cli.exitCode()).as(cli.err()).isZero();
        JsonNode request = JSON.readTree(cli.out()).path("request");
        return named(request.toString(), id(request));
    }

    private static String id(JsonNode request) {
        String name = request.path("Name").asText();
        return name.substring(name.lastIndexOf(' ') + 1);
    }

    /** The key of the work names the day as well, the end of its time is known to a launch alone, and each starter names itself. */
    private static JsonNode named(String text, String launch) throws IOException {
        JsonNode request = JSON.readTree(text.replace(launch, "@launch@"));
        String key = request.path("Name").asText().split(" ", -1)[3];
        ObjectNode plain = (ObjectNode) JSON.readTree(request.toString().replace(key, "@key@"));
        for (JsonNode tag : plain.path("Tags")) {
            String name = tag.path("Key").asText();
            if (name.equals("saltern:expires") || name.equals("saltern:starter")) {
                ((ObjectNode) tag).put("Value", "@" + name + "@");
            }
        }
        return plain;
    }

    @Test
    void theScheduleSendsWhatALaunchSends() throws IOException {
        JsonNode schedule =
                JSON.readTree(render("scheduler", "--cron", "15 3 * * *").out());
        assertThat(schedule.path("ScheduleExpression").asText()).isEqualTo("cron(15 3 * * ? *)");
        assertThat(schedule.at("/Target/Arn").asText()).isEqualTo("arn:aws:scheduler:::aws-sdk:emr:runJobFlow");
        assertThat(schedule.at("/Target/RetryPolicy/MaximumRetryAttempts").asInt())
                .isLessThanOrEqualTo(1);
        assertThat(schedule.at("/Target/DeadLetterConfig/Arn").asText()).startsWith("arn:aws:sqs:");
        String input = schedule.at("/Target/Input").asText();
        assertThat(input).contains("\"--date\",\"<aws.scheduler.scheduled-time>\"", "after 150m");
        assertThat(named(input.replace("<aws.scheduler.scheduled-time>", DAY), "<aws.scheduler.execution-id>"))
                .isEqualTo(launched());
    }

    @Test
    void theMachineSendsWhatALaunchSends() throws IOException {
        JsonNode machine = JSON.readTree(render("stepfunctions").out());
        JsonNode launch = machine.at("/States/Launch");
        assertThat(launch.path("Resource").asText()).isEqualTo("arn:aws:states:::aws-sdk:emr:runJobFlow");
        Object evaluated = new dev.saltern.test.kit.machine.Evaluated(Map.of("day", DAY, "launch", "execution-1"))
                .value(JSON.convertValue(launch.path("Arguments"), Object.class));
        assertThat(named(JSON.writeValueAsString(evaluated), "execution-1")).isEqualTo(launched());
    }

    @Test
    void theDagSendsWhatALaunchSends() throws IOException {
        String dag = render("airflow").out();
        String request = dag.substring(dag.indexOf("\"\"\"\n{") + 4, dag.indexOf("}\n\"\"\"") + 1)
                .replace("\\\\", "\\");
        assertThat(named(request.replace("{{ data_interval_start | ds }}", DAY), "{{ ts_nodash }}"))
                .isEqualTo(launched());
    }

    @Test
    void everyRequestIsValidByTheModelOfTheApi() throws IOException {
        Path request = Files.writeString(
                folder.resolve("request.json"), render("request").out());
        JsonNode schedule = JSON.readTree(render("scheduler").out());
        Path scheduled = Files.writeString(
                folder.resolve("scheduled.json"), schedule.at("/Target/Input").asText());
        Path created = Files.writeString(folder.resolve("schedule.json"), schedule.toString());
        Path broken = Files.writeString(
                folder.resolve("broken.json"),
                render("request").out().replace("\"Ec2SubnetIds\"", "\"Ec2SubnetIdentifiers\""));
        String said = new AwsPython(URI.create("http://127.0.0.1:9"))
                .run(
                        VALIDATE,
                        "emr",
                        "RunJobFlow",
                        request.toString(),
                        "emr",
                        "RunJobFlow",
                        scheduled.toString(),
                        "scheduler",
                        "CreateSchedule",
                        created.toString(),
                        "emr",
                        "RunJobFlow",
                        broken.toString());
        assertThat(said.lines().toList().subList(0, 3))
                .containsExactly("RunJobFlow valid", "RunJobFlow valid", "CreateSchedule valid");
        assertThat(said).contains("Unknown parameter in Instances: \"Ec2SubnetIdentifiers\"");
    }

    @Test
    void whatAwsDoesNotTakeIsRefused() {
        Cli days = deployed.run("render", "scheduler", "sensor-daily", "--cron", "0 2 1 * MON");
        assertThat(days.exitCode()).isEqualTo(2);
        assertThat(days.err()).contains("Invalid --cron: 0 2 1 * MON (must be * in the day of the month or");
        assertThat(deployed.run("render", "scheduler", "sensor-daily", "--on", "serverless")
                        .err())
                .contains("Cannot render a day on EMR Serverless");
    }
}
