/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.arrival;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;

/**
 * Starts the machine of a day under a name of pipeline and day, so that the same event starts nothing again, in whatever order events come. A
 * run gathers files for a while after its start; a file that comes later than that starts the next run of the day.
 */
public final class DayStarts {
    private static final int MOST_RUNS = 20;

    private final SfnClient client;
    private final String machine;
    private final Duration gather;

    /**
     * Starts a machine.
     *
     * @param machine its ARN
     * @param gather how long a run waits for more files before it reads
     */
    public DayStarts(SfnClient client, String machine, Duration gather) {
        this.client = client;
        this.machine = machine;
        this.gather = gather;
    }

    /** Starts the day unless a run that sees a file of this time was started; returns what was done. */
    String start(String pipeline, LocalDate day, Instant time) {
        String first = pipeline + "-" + day;
        for (int run = 1; run <= MOST_RUNS; run++) {
            String name = run == 1 ? first : first + "-" + run;
            Instant before = Instant.now();
            Instant began = begin(name, day);
            if (!time.isAfter(began.plus(gather))) {
                return began.isBefore(before.minusSeconds(1)) ? name + " sees it" : "started " + name;
            }
        }
        return "not started: " + MOST_RUNS + " runs of " + first + " came before it. Run it with saltern launch";
    }

    /** Returns when the execution of that name began, which this may have done. */
    private Instant begin(String name, LocalDate day) {
        String input = "{\"date\": \"" + day + "\", \"gatherSeconds\": " + gather.toSeconds() + "}";
        try {
            return client.startExecution(
                            start -> start.stateMachineArn(machine).name(name).input(input))
                    .startDate();
        } catch (ExecutionAlreadyExistsException e) {
            String execution = machine.replace(":stateMachine:", ":execution:") + ":" + name;
            return client.describeExecution(describe -> describe.executionArn(execution))
                    .startDate();
        }
    }
}
