/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.launch;

import dev.saltern.submit.aws.Serverless;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import software.amazon.awssdk.services.emrserverless.model.JobRun;

/** Looks at a job run of EMR Serverless until it has ended. Use once. */
public final class ServerlessWatch {
    private static final Set<String> ENDED = Set.of("SUCCESS", "FAILED", "CANCELLED");

    private final Work work;
    private final Serverless service;
    private final String application;
    private final String id;
    private final Instant began;

    /** Prepares to look at a job run of a launch that began then. */
    public ServerlessWatch(Work work, String application, String id, Instant began) {
        this.work = work;
        this.service = work.aws().serverless();
        this.application = application;
        this.id = id;
        this.began = began;
    }

    /**
     * Returns the job run when it has ended.
     *
     * @param requireGoOn called at each look; throws if it is to be ended
     */
    public JobRun untilEnd(Runnable requireGoOn) {
        PollSchedule schedule = new PollSchedule(work.limits().poll(), ThreadLocalRandom.current());
        Tail tail = Tail.of(work, began);
        JobProgress progress = new JobProgress(
                work.aws().objects(),
                work.spec().environment().lake(),
                work.spec().id().text());
        String shown = "";
        while (true) {
            JobRun run = service.describe(application, id);
            String state = run.stateAsString();
            if (!state.equals(shown)) {
                work.voice().say("job run " + id + " " + state.toLowerCase(Locale.ROOT));
                shown = state;
            }
            tail.tell();
            if (ENDED.contains(state)) {
                return run;
            }
            work.voice()
                    .progress(new ProgressLine(
                                    work.pace().since(began),
                                    work.sizing().total(),
                                    List.of("job run " + state),
                                    OptionalDouble.empty(),
                                    state.equals("RUNNING") ? progress.line() : "")
                            .toString());
            requireGoOn.run();
            work.pace().sleep(schedule.after(state));
        }
    }
}
