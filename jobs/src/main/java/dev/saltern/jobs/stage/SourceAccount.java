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
        long outside) {
    /** Nothing read. */
    public static final SourceAccount EMPTY = new SourceAccount(0, 0, 0, 0, 0, Map.of(), 0, Map.of(), 0);

    public SourceAccount {
        quarantinedBy = Collections.unmodifiableMap(new TreeMap<>(quarantinedBy));
        droppedBy = Collections.unmodifiableMap(new TreeMap<>(droppedBy));
    }

    /** Returns whether every row read is in exactly one of the other figures. */
    public boolean balances() {
        return read == corrupt + parsed && parsed == kept + quarantined + dropped + outside;
    }
}
