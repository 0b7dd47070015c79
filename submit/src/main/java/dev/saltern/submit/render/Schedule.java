/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.render;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A schedule of EventBridge Scheduler that starts the cluster by itself, as {@code aws scheduler create-schedule --cli-input-json} takes it.
 *
 * <p>The scheduled time is the logical date: it stands where a launch has its day, and the job takes the last whole day before it. RunJobFlow
 * has no client token, so that each retry may start one more cluster: there are few, and what still fails goes to a queue.
 */
public final class Schedule {
    /** How often Scheduler tries again; each time may start one more cluster, which finds the day "up to date". */
    public static final int RETRIES = 1;

    /** For how long Scheduler tries again. */
    public static final int MAX_AGE_SECONDS = 900;

    private static final String TIME = "<aws.scheduler.scheduled-time>";
    private static final String EXECUTION = "<aws.scheduler.execution-id>";
    private static final String TARGET = "arn:aws:scheduler:::aws-sdk:emr:runJobFlow";

    private Schedule() {}

    /** Returns what is sent to RunJobFlow when it fires. */
    public static String input(DayRequest request) {
        return Json.line(request.startedBy("schedule").with(TIME, EXECUTION));
    }

    /**
     * Returns the whole schedule.
     *
     * @param expression when, such as {@code cron(0 2 * * ? *)}, in UTC
     * @param role the role that Scheduler takes, an ARN
     * @param queue where failed starts go, an ARN
     */
    public static Map<String, Object> of(DayRequest request, String expression, String role, String queue) {
        Map<String, Object> target = new LinkedHashMap<>();
        target.put("Arn", TARGET);
        target.put("RoleArn", role);
        target.put("Input", input(request));
        target.put("RetryPolicy", Map.of("MaximumRetryAttempts", RETRIES, "MaximumEventAgeInSeconds", MAX_AGE_SECONDS));
        target.put("DeadLetterConfig", Map.of("Arn", queue));
        Map<String, Object> schedule = new LinkedHashMap<>();
        schedule.put("Name", "saltern-" + request.pipeline());
        schedule.put("ScheduleExpression", expression);
        schedule.put("ScheduleExpressionTimezone", "UTC");
        schedule.put("FlexibleTimeWindow", Map.of("Mode", "OFF"));
        schedule.put("Target", target);
        return schedule;
    }
}
