/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What runs of the command have measured, one line of JSON each: a matrix that takes long is measured in parts, and the page
 * is written of all of them. A case that was measured before has its rounds added.
 */
final class Ledger {
    private final JsonLines<LedgerLine> lines;
    private final Map<List<Object>, String> detections = new LinkedHashMap<>();
    private final Map<List<Object>, Outcome> outcomes = new LinkedHashMap<>();

    private Ledger(JsonLines<LedgerLine> lines) {
        this.lines = lines;
    }

    /** Reads what was measured before; nothing if the file is missing. */
    static Ledger open(Path file) throws IOException {
        Ledger ledger = new Ledger(new JsonLines<>(file, LedgerLine.class));
        ledger.lines.all().forEach(ledger::keep);
        return ledger;
    }

    void add(LedgerLine line) throws IOException {
        keep(line);
        lines.add(line);
    }

    List<String> detections() {
        return List.copyOf(detections.values());
    }

    /** Returns the outcomes by shape, those of more rows first. */
    List<Outcome> outcomes() {
        return outcomes.values().stream()
                .sorted(Comparator.comparing(Outcome::shape)
                        .thenComparing(Comparator.comparingLong(Outcome::rows).reversed()))
                .toList();
    }

    private void keep(LedgerLine line) {
        if (line.detection() != null) {
            detections.put(List.of(line.shape(), line.rows()), line.detection());
        }
        Outcome outcome = line.outcome();
        if (outcome != null) {
            outcomes.merge(
                    List.of(line.shape(), line.rows(), outcome.step(), outcome.byProcessor()),
                    outcome,
                    (earlier, later) -> later.after(earlier));
        }
    }
}
