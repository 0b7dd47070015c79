/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.request;

import dev.saltern.conf.Account;
import dev.saltern.conf.Environment;
import dev.saltern.submit.aws.Address;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What is launched: a pipeline and its days, with everything that the request names.
 *
 * @param pipeline the name of the pipeline
 * @param environment where its tables are
 * @param account where it is launched
 * @param scope the days, as people read them: {@code 2026-01-31}, or {@code 2026-01-01..2026-01-31}, or {@code all}
 * @param jobArguments the arguments of the job behind its command and pipeline, without those that name files
 * @param id of this launch
 * @param code what was uploaded
 * @param expires when a cluster that is still there is an orphan
 */
public record LaunchSpec(
        String pipeline,
        Environment environment,
        Account account,
        String scope,
        List<String> jobArguments,
        LaunchId id,
        Code code,
        Instant expires) {
    public LaunchSpec {
        jobArguments = List.copyOf(jobArguments);
    }

    /**
     * Where the job's code lies.
     *
     * @param jobJar the job jar
     * @param archive the pipeline with everything that it names
     * @param jars the classes of java steps
     */
    public record Code(Address jobJar, Address archive, List<Address> jars) {
        public Code {
            jars = List.copyOf(jars);
        }
    }

    /** Returns as much of a launch as the tags of what it started tell: enough to watch it. */
    public static LaunchSpec ofTags(Map<String, String> tags, Account account) {
        String lake = tags.getOrDefault(Tags.LAKE, "");
        Address nowhere = Address.parse("");
        return new LaunchSpec(
                tags.getOrDefault(Tags.PIPELINE, ""),
                new Environment("", lake, Environment.DEFAULT_DATABASE, Map.of(), Map.of()),
                account,
                tags.getOrDefault(Tags.SCOPE, ""),
                List.of(),
                new LaunchId(tags.getOrDefault(Tags.KEY, ""), tags.getOrDefault(Tags.LAUNCH, "")),
                new Code(nowhere, nowhere, List.of()),
                Instant.MAX);
    }

    /** Returns the names of clusters of this pipeline, scope and key up to the launch: what they all begin with. */
    public String namePrefix() {
        return "saltern " + pipeline + " " + scope + " " + id.key();
    }

    /** Returns the cluster's name. */
    public String name() {
        return namePrefix() + " " + id.text();
    }

    /** Returns the prefix of the names of its live log streams. */
    public String streamPrefix() {
        return pipeline + "/" + id.text() + "/";
    }

    /** Returns where the cluster leaves its logs; EMR adds its own id. */
    public Address logs() {
        return Address.parse(account.logs()).child(pipeline).child(id.text());
    }
}
