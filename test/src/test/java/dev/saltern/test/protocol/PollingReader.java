/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.protocol;

import dev.saltern.jobs.publish.catalog.CatalogPartition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** Asks the catalog for the days and opens their files, again and again, while versions come and go. */
final class PollingReader {
    private final Cloud cloud;
    private final Thread thread = new Thread(this::poll, "reader");
    private final List<String> wrong = new CopyOnWriteArrayList<>();
    private volatile int whole;
    private volatile int coming;
    private final AtomicInteger polls = new AtomicInteger();
    private volatile boolean isOver;

    PollingReader(Cloud cloud) {
        this.cloud = cloud;
    }

    /** Says which version is live, and which one may be so from now on. */
    void expect(int live, int next) {
        coming = next;
        whole = live;
        if (thread.getState() == Thread.State.NEW) {
            thread.start();
        }
    }

    /** Returns how often it has looked. */
    int polls() {
        return polls.get();
    }

    /** Ends it, and returns what it should not have seen. */
    List<String> end() throws InterruptedException {
        isOver = true;
        thread.join();
        return wrong;
    }

    private void poll() {
        Desk desk = cloud.desk(UnaryOperator.identity());
        LineRows rows = (LineRows) desk.rows;
        while (!isOver) {
            // What was live before the look may be seen, and what comes while it lasts.
            int from = whole;
            Map<String, List<String>> seen = new HashMap<>();
            for (CatalogPartition partition :
                    desk.stores.catalog().partitions(Desk.TABLE).values()) {
                seen.put(partition.values().get("dt"), rows.at(partition.location()));
            }
            wrong.addAll(Versions.wrong(seen, from, coming));
            polls.incrementAndGet();
        }
    }
}
