/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark.day;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** Where the time of Saltern went, cold and warm. */
final class PhaseTable {
    private PhaseTable() {}

    /** Returns a table of the medians; a phase that one of both does not have is left blank there. */
    static String of(DayFigures cold, DayFigures warm) {
        StringBuilder table = new StringBuilder("\n| phase of Saltern | cold | warm |\n|---|---:|---:|\n");
        Set<String> phases = new LinkedHashSet<>(cold.phases(DayEntrant.SALTERN));
        phases.addAll(warm.phases(DayEntrant.SALTERN));
        // Beneath those that it lies in.
        if (phases.remove(DayPhases.FIRST_TASK)) {
            phases.add(DayPhases.FIRST_TASK);
        }
        for (String phase : phases) {
            table.append(String.format(
                    Locale.ROOT, "| %s | %s | %s |%n", phase, seconds(cold, phase), seconds(warm, phase)));
        }
        return table.toString();
    }

    private static String seconds(DayFigures figures, String phase) {
        return figures.phases(DayEntrant.SALTERN).contains(phase)
                ? String.format(Locale.ROOT, "%.1f s", figures.phase(DayEntrant.SALTERN, phase))
                : "";
    }
}
