/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of the records of a source; in rows.
 *
 * @param read counted by the scan itself, apart from all other figures, which come from the files written
 * @param corrupt could not be taken apart into cells
 * @param parsed the others
 * @param kept went on
 * @param quarantined set aside with reasons, besides the corrupt ones
 * @param quarantinedBy for each rule how many of the quarantined rows break it; a row with several rules counts for each
 * @param dropped left out for a rule
 * @param droppedBy likewise
 * @param outside left out, as they belong to a period that the run does not claim
 * @param elsewhere not judged in this run, but in that of another period, within the lookback, to which they belong
 */
public record SourceAccount(
        long read,
        long corrupt,
        long parsed,
        long kept,
        long quarantined,
        Map<String, Long> quarantinedBy,
        long dropped,
        Map<String, Long> droppedBy,
        long outside,
        long elsewhere) {
    /** Nothing read. */
    public static final SourceAccount EMPTY = new SourceAccount(0, 0, 0, 0, 0, Map.of(), 0, Map.of(), 0);

    /** An account without lookback. */
    public SourceAccount(
            long read,
            long corrupt,
            long parsed,
            long kept,
            long quarantined,
            Map<String, Long> quarantinedBy,
            long dropped,
            Map<String, Long> droppedBy,
            long outside) {
        this(read, corrupt, parsed, kept, quarantined, quarantinedBy, dropped, droppedBy, outside, 0);
    }

    public SourceAccount {
        quarantinedBy = Collections.unmodifiableMap(new TreeMap<>(quarantinedBy));
        droppedBy = Collections.unmodifiableMap(new TreeMap<>(droppedBy));
    }

    /** Returns how many of the records this run judged. */
    public long judged() {
        return read - elsewhere;
    }

    /** Returns whether every row read is in exactly one of the other figures. */
    public boolean balances() {
        return read == elsewhere + corrupt + parsed && parsed == kept + quarantined + dropped + outside;
    }
}
