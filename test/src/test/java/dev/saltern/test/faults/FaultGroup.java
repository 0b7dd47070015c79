/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.faults;

import java.util.Locale;

/** Where schedules are made; in the order of the page. */
public enum FaultGroup {
    /** Stores in memory. */
    MEMORY("Calls of stores in memory", """
            The publisher of the product works on stores in memory. A random order decides whose call comes next; calls get lost, lose
            their answers, are sent twice or are done in part, and processes die. Behind every call the invariants are checked. A call costs
            next to nothing here. A seed is replayed with `-Dsaltern.fault-seed=N`.
            """),
    /** S3 and Glue over HTTP. */
    CLOUD("Requests to S3 and Glue", """
            The publisher of the product works with its own clients on S3 and Glue as an emulator serves them by HTTP. An interceptor of the
            AWS SDK lets requests fail by seed: the connection breaks before a request is sent or after it was done, services answer 500, 503,
            409 or "Rate exceeded" before or after they do their work, refuse entries of a batch within an answer of 200 and leave keys
            unprocessed, and processes die. Clients repeat as in production; except for the minute of 503 they do not wait in between. The
            invariants are checked when the schedule has come to its end. A seed is replayed with `-Dsaltern.fault-seed=N`.
            """),
    /** Processes that are killed. */
    PROCESSES("Killed processes under a reader", """
            Each version of a table on S3 and Glue is published by a Java process of its own, which is killed by SIGKILL at a random moment or
            halts at a random crash point; the run is done again, and the next version follows. A reader asks the catalog and opens the files all
            the time: each day has to be whole, one version or the next, and never empty or doubled.
            """),
    /** Whole days by Spark. */
    DAYS("Whole days by Spark", """
            `saltern run` of a pipeline, its disks, its executors and its raw files. What is live in the end must have the rows and checksums of
            an undisturbed run, and `saltern doctor --deep` must find nothing. Recovery is the run that comes next, from its start to its end.
            """);

    private final String title;
    private final String text;

    FaultGroup(String title, String text) {
        this.title = title;
        this.text = text;
    }

    String title() {
        return title;
    }

    String text() {
        return text;
    }

    String fileName() {
        return name().toLowerCase(Locale.ROOT) + ".json";
    }
}
