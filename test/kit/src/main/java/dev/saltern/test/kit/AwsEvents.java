/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.kit;

/** Events as EventBridge delivers them, member by member as AWS documents them. */
public final class AwsEvents {
    private AwsEvents() {}

    /** A file was written. */
    public static String objectCreated(String bucket, String key, long bytes, String time) {
        return object("Object Created", bucket, key, bytes, time);
    }

    /** A file was removed. */
    public static String objectDeleted(String bucket, String key) {
        return object("Object Deleted", bucket, key, 0, "2026-02-01T00:10:00Z");
    }

    private static String object(String type, String bucket, String key, long bytes, String time) {
        return """
                {"version": "0", "id": "17793124-05d4-b198-2fde-7ededc63b103", "detail-type": "%s", "source": "aws.s3",
                 "account": "111122223333", "time": "%s", "region": "us-east-1", "resources": ["arn:aws:s3:::%s"],
                 "detail": {"version": "0", "bucket": {"name": "%s"},
                   "object": {"key": "%s", "size": %d, "etag": "b1946ac92492d2347c6235b4d2611184",
                     "version-id": "IYV3p45BT0ac8hjHg1houSdS1a.Mro8e", "sequencer": "617f08299329d189"},
                   "request-id": "N4N7GDK58NMKJ12R", "requester": "123456789012", "source-ip-address": "1.2.3.4", "reason": "PutObject"}}
                """.formatted(type, time, bucket, bucket, key, bytes);
    }

    /** A cluster has come to a state. */
    public static String cluster(String id, String name, String state) {
        return """
                {"version": "0", "id": "1234abb0-f87e-1234-b7b6-000000123456", "detail-type": "EMR Cluster State Change", "source": "aws.emr",
                 "account": "111122223333", "time": "2026-02-01T03:00:00Z", "region": "us-east-1", "resources": [],
                 "detail": {"severity": "INFO", "stateChangeReason": "{\\"code\\":\\"STEP_FAILURE\\",\\"message\\":\\"Shut down as step failed\\"}",
                   "name": "%s", "clusterId": "%s", "state": "%s", "message": "Amazon EMR Cluster %s has changed"}}
                """.formatted(name, id, state, id);
    }

    /** A step has come to a state. */
    public static String step(String name, String state) {
        return """
                {"version": "0", "id": "999cccaa-eaaa-0000-1111-123456789012", "detail-type": "EMR Step Status Change", "source": "aws.emr",
                 "account": "111122223333", "time": "2026-02-01T03:00:00Z", "region": "us-east-1", "resources": [],
                 "detail": {"severity": "ERROR", "actionOnFailure": "TERMINATE_CLUSTER", "stepId": "s-ZYXWVUTSRQPON",
                   "name": "%s", "clusterId": "j-123456789ABCD", "state": "%s", "message": "Step failed"}}
                """.formatted(name, state);
    }

    /**
     * An execution of a machine has come to a state.
     *
     * @param error as JSON: a text in quotes, or null
     */
    public static String execution(String machine, String status, String error) {
        return """
                {"version": "0", "id": "315c1398-40ff-a850-213b-158f73e60175", "detail-type": "Step Functions Execution Status Change",
                 "source": "aws.states", "account": "111122223333", "time": "2026-02-01T03:00:00Z", "region": "us-east-1", "resources": [],
                 "detail": {"executionArn": "arn:aws:states:us-east-1:111122223333:execution:stack:sensor-daily-2026-01-31",
                   "stateMachineArn": "%s", "name": "sensor-daily-2026-01-31", "status": "%s", "startDate": 1551225271984,
                   "stopDate": 1551225276000, "input": "{}", "output": null, "error": %s, "cause": null}}
                """.formatted(machine, status, error);
    }
}
