/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.run;

import dev.saltern.jobs.plan.PipelinePlan;
import dev.saltern.jobs.report.History;
import java.util.Map;
import java.util.Set;

/**
 * What earlier runs found out about the tables of a pipeline.
 *
 * @param clean the tables from which the run before took no row out
 * @param bytesPerShuffledByte how many bytes of a file a byte of the shuffle before it became, by table
 */
record PastTables(Set<String> clean, Map<String, Double> bytesPerShuffledByte) {
    PastTables {
        clean = Set.copyOf(clean);
        bytesPerShuffledByte = Map.copyOf(bytesPerShuffledByte);
    }

    /** Returns what the reports of a pipeline say. */
    static PastTables of(History history, PipelinePlan plan) {
        return new PastTables(PastRuns.cleanTables(history, plan), PastRuns.bytesPerShuffledByte(history, plan));
    }
}
