/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark.day;

import dev.saltern.benchmark.Sections;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.BiFunction;

/** A section of the page about speed with a part for each size of the day that was measured, the largest first. */
final class SizedSection {
    private SizedSection() {}

    /**
     * Returns the page with the section renewed from the rounds.
     *
     * @param head its title and what it is about
     * @param target where the raw files of all sizes are
     * @param figures says what stands below a size, of its cold and of its warm rounds
     */
    static String with(
            String page,
            String head,
            List<DayRound> rounds,
            Path target,
            BiFunction<DayFigures, DayFigures, String> figures)
            throws IOException {
        StringBuilder section = new StringBuilder(head);
        TreeSet<Long> sizes = new TreeSet<>();
        rounds.forEach(round -> sizes.add(round.rows()));
        for (long rows : sizes.descendingSet()) {
            section.append(String.format(
                            Locale.ROOT,
                            "%n### %,d rows%n%n%s; %s.%n",
                            rows,
                            RawSize.of(DayData.of(target, rows)),
                            Machine.text()))
                    .append(figures.apply(DayFigures.of(rounds, rows, true), DayFigures.of(rounds, rows, false)));
        }
        return Sections.with(Sections.head(page), page, section.toString());
    }
}
