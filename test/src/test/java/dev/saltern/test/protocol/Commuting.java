/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.protocol;

import dev.saltern.jobs.publish.run.Lake;
import java.util.List;

/**
 * Tells which calls can come first without loss: whatever the others do meanwhile, they do not notice this call, and its answer stays
 * the same. A state with such a call need not be continued by any other process.
 */
final class Commuting {
    private static final String TABLE = Desk.TABLE.table();

    private final boolean hasTwins;
    private final boolean isCollected;

    /**
     * Prepares for the processes of a scenario.
     *
     * @param programs all of them
     */
    Commuting(List<Program> programs) {
        List<String> keys = programs.stream()
                .filter(Day.class::isInstance)
                .map(day -> ((Day) day).key().sha256())
                .toList();
        this.hasTwins = keys.stream().distinct().count() < keys.size();
        this.isCollected = programs.stream().anyMatch(Collector.class::isInstance);
    }

    /** Returns whether the call of a process can come before all calls of others. */
    boolean isFree(Operation operation, Process process, World world) {
        String target = operation.target();
        boolean isOwn = target.startsWith(Lake.runPath(TABLE, process.program().runId()) + "/");
        return switch (operation.kind()) {
            // What a run makes of its folder, only a collection and a twin look at.
            case READ ->
                target.startsWith("_journal/")
                        ? world.read(target).isPresent()
                        : isOwn && !isCollected && !target.endsWith("_receipt.json");
            case LIST -> target.equals(Lake.runsPath(TABLE)) && !hasTwins && !isCollected;
            case CREATE -> isOwn && !hasTwins && !isCollected && !target.endsWith("_receipt.json");
            case REPLACE, DELETE -> !isCollected && target.startsWith("_leases/");
            case DATA_WRITE, DATA_READ -> !isCollected;
            case CATALOG_TABLE -> world.hasTable();
            case CLOCK -> !isCollected;
            case CATALOG_READ, CATALOG_CHANGE -> false;
        };
    }
}
