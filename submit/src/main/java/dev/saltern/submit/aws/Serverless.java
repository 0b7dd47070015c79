/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.aws;

import java.util.List;
import software.amazon.awssdk.services.emrserverless.EmrServerlessClient;
import software.amazon.awssdk.services.emrserverless.model.JobRun;
import software.amazon.awssdk.services.emrserverless.model.JobRunState;
import software.amazon.awssdk.services.emrserverless.model.JobRunSummary;
import software.amazon.awssdk.services.emrserverless.model.StartJobRunRequest;

/** Runs on EMR Serverless. All of it may be repeated: a start carries a client token. */
public final class Serverless {
    private static final List<JobRunState> ALIVE = List.of(
            JobRunState.SUBMITTED, JobRunState.PENDING, JobRunState.SCHEDULED, JobRunState.QUEUED, JobRunState.RUNNING);

    private final EmrServerlessClient client;
    private final Patience patience;

    /** Wraps a client, which must not repeat requests by itself. */
    public Serverless(EmrServerlessClient client, Patience patience) {
        this.client = client;
        this.patience = patience;
    }

    /** Starts a run and returns its id; the same client token gives the same run. */
    public String start(StartJobRunRequest request) {
        return patience.call(
                "start a run on EMR Serverless",
                () -> client.startJobRun(request).jobRunId());
    }

    /** Returns the run. */
    public JobRun describe(String application, String id) {
        return patience.call(
                "describe job run " + id,
                () -> client.getJobRun(
                                builder -> builder.applicationId(application).jobRunId(id))
                        .jobRun());
    }

    /** Returns the runs of the application that have not begun to end, page by page. */
    public List<JobRunSummary> alive(String application) {
        return patience.call(
                "list job runs",
                () ->
                        client
                                .listJobRunsPaginator(builder ->
                                        builder.applicationId(application).states(ALIVE))
                                .jobRuns()
                                .stream()
                                .toList());
    }

    /** Asks the service to end the run. */
    public void cancel(String application, String id) {
        var unused = patience.call(
                "cancel job run " + id,
                () -> client.cancelJobRun(
                        builder -> builder.applicationId(application).jobRunId(id)));
    }
}
