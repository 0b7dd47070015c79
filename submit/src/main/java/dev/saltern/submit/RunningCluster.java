/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import dev.saltern.conf.Account;
import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.submit.aws.Address;
import dev.saltern.submit.aws.Aws;
import dev.saltern.submit.request.LaunchSpec;
import dev.saltern.submit.request.Tags;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.emr.model.Cluster;
import software.amazon.awssdk.services.emrserverless.model.JobRun;

/**
 * Something that was launched, found by its id.
 *
 * @param id {@code j-...}, or an application's id, a slash and a job run's
 * @param tags what the launch wrote on it
 * @param created when it was started
 */
record RunningCluster(String id, Map<String, String> tags, Instant created) {
    RunningCluster {
        tags = Map.copyOf(tags);
    }

    static boolean isServerless(String id) {
        return id.contains("/");
    }

    static String application(String id) {
        return id.substring(0, id.indexOf('/'));
    }

    static String jobRun(String id) {
        return id.substring(id.indexOf('/') + 1);
    }

    static RunningCluster find(Aws aws, String id) {
        if (isServerless(id)) {
            JobRun run = aws.serverless().describe(application(id), jobRun(id));
            return new RunningCluster(id, run.tags(), run.createdAt());
        }
        Cluster cluster = aws.emr().describe(id);
        Map<String, String> tags = new HashMap<>();
        cluster.tags().forEach(tag -> tags.put(tag.key(), tag.value()));
        return new RunningCluster(id, tags, cluster.status().timeline().creationDateTime());
    }

    /** Returns this, or throws if it is not Saltern's. */
    RunningCluster requireOwn() {
        if (!tags.containsKey(Tags.LAUNCH)) {
            throw new SalternException(
                    ExitCode.USAGE,
                    "Cannot use " + id + ": it has no tag " + Tags.LAUNCH + ", so Saltern did not launch it");
        }
        return this;
    }

    LaunchSpec spec(Account account) {
        return LaunchSpec.ofTags(tags, account);
    }

    /** Returns the folder of its logs. */
    Address logs(Account account) {
        return isServerless(id) ? spec(account).logs() : spec(account).logs().child(id);
    }
}
