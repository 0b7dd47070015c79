/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.saltern.test.kit.AwsEvents;
import dev.saltern.test.kit.AwsPython;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the rules of the template hear, and do not, of events as AWS documents them, by the emulator's matcher of patterns. */
class EventRulesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MATCH = """
            import json, sys
            from moto.events.models import EventPattern
            for pattern, event in zip(sys.argv[1::2], sys.argv[2::2]):
                print(EventPattern.load(pattern).matches_event(json.loads(event)))
            """;

    private final Map<String, String> asked = new LinkedHashMap<>();
    private final List<String> arguments = new java.util.ArrayList<>();

    private static String pattern(String rule) {
        try {
            return JSON.writeValueAsString(
                    new Roles().all.template().properties(rule).get("EventPattern"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void expect(boolean heard, String rule, String event) {
        asked.put(asked.size() + " " + rule + " " + event, heard ? "True" : "False");
        arguments.addAll(List.of(pattern(rule), event));
    }

    private void everyExpectationHolds() {
        List<String> found = new AwsPython(URI.create("http://127.0.0.1:9"))
                .run(MATCH, arguments.toArray(String[]::new))
                .lines()
                .toList();
        int at = 0;
        for (Map.Entry<String, String> each : asked.entrySet()) {
            assertThat(found.get(at++)).as(each.getKey()).isEqualTo(each.getValue());
        }
    }

    private static String created(String bucket, String key) {
        return AwsEvents.objectCreated(bucket, key, 5, "2026-02-01T00:10:00Z");
    }

    private static String cluster(String name, String state) {
        return AwsEvents.cluster("j-123456789ABCD", name, state);
    }

    @Test
    void arrivalsAreHeardOfTheRawFolderAlone() {
        String key = "raw/readings/dt=2026-01-31/a.json";
        expect(true, "ArrivalRule", created("salt-raw", key));
        expect(false, "ArrivalRule", created("salt-lake", key));
        expect(false, "ArrivalRule", created("salt-raw", "_refused/" + key));
        expect(false, "ArrivalRule", AwsEvents.objectDeleted("salt-raw", key));
        expect(false, "ArrivalRule", cluster("saltern sensor-daily 2026-01-31 0123abcd l1", "TERMINATED"));
        everyExpectationHolds();
    }

    @Test
    void clustersAreHeardOfWhenTheyHaveEndedAndAreOfThePipeline() {
        String day = "saltern sensor-daily 2026-01-31 0123abcd l1";
        expect(true, "EndedRule", cluster(day, "TERMINATED"));
        expect(true, "EndedRule", cluster(day, "TERMINATED_WITH_ERRORS"));
        expect(true, "EndedRule", cluster("saltern gc sensor-daily 0123abcd l1", "TERMINATED_WITH_ERRORS"));
        expect(false, "EndedRule", cluster(day, "RUNNING"));
        expect(false, "EndedRule", cluster("saltern sensor-daily-2 2026-01-31 0123abcd l1", "TERMINATED"));
        expect(false, "EndedRule", cluster("somebody's notebook", "TERMINATED_WITH_ERRORS"));
        // A failed step ends its cluster, which is heard of: to hear of both would be to tell twice.
        expect(false, "EndedRule", AwsEvents.step("run sensor-daily 2026-01-31", "FAILED"));
        everyExpectationHolds();
    }

    @Test
    void executionsAreHeardOfWhenTheMachineCouldNotTell() {
        String own = String.valueOf(((List<?>) ((Map<?, ?>) ((Map<?, ?>) new Roles()
                                        .all
                                        .template()
                                        .properties("MachineFailedRule")
                                        .get("EventPattern"))
                                .get("detail"))
                        .get("stateMachineArn"))
                .get(0));
        expect(true, "MachineFailedRule", AwsEvents.execution(own, "ABORTED", "null"));
        expect(true, "MachineFailedRule", AwsEvents.execution(own, "TIMED_OUT", "null"));
        expect(true, "MachineFailedRule", AwsEvents.execution(own, "FAILED", "\"States.QueryEvaluationError\""));
        expect(true, "MachineFailedRule", AwsEvents.execution(own, "FAILED", "\"Untold.20\""));
        expect(false, "MachineFailedRule", AwsEvents.execution(own, "FAILED", "\"Saltern.20\""));
        expect(false, "MachineFailedRule", AwsEvents.execution(own, "SUCCEEDED", "null"));
        expect(false, "MachineFailedRule", AwsEvents.execution(own + "-2", "ABORTED", "null"));
        everyExpectationHolds();
    }
}
