/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark.day;

import dev.saltern.benchmark.Median;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * What rounds come to: medians, and ratios within a round.
 *
 * @param rounds those of one size, either all cold or all warm
 */
record DayFigures(List<DayRound> rounds) {
    /** Returns the rounds of the size, cold or warm. */
    static DayFigures of(List<DayRound> all, long rows, boolean cold) {
        return new DayFigures(all.stream()
                .filter(round -> round.rows() == rows && round.isCold() == cold)
                .toList());
    }

    List<DayRound> of(DayEntrant entrant) {
        return rounds.stream()
                .filter(round -> round.contestant().equals(entrant.label()))
                .toList();
    }

    double median(DayEntrant entrant, ToDoubleFunction<DayRound> figure) {
        return Median.of(of(entrant).stream().mapToDouble(figure).toArray());
    }

    /** Returns the median of how many times as much the one took as the other in the same round; NaN if they never met. */
    double ratio(DayEntrant one, DayEntrant other, ToDoubleFunction<DayRound> figure) {
        return ratio(of(one), of(other), round -> List.of(round.sitting(), round.round()), figure);
    }

    /** Returns the same for rounds that met where they have an occasion in common. */
    static double ratio(
            List<DayRound> ones,
            List<DayRound> others,
            Function<DayRound, Object> occasion,
            ToDoubleFunction<DayRound> figure) {
        Map<Object, Double> met = new HashMap<>();
        others.forEach(round -> met.put(occasion.apply(round), figure.applyAsDouble(round)));
        double[] ratios = ones.stream()
                .filter(round -> met.containsKey(occasion.apply(round)))
                .mapToDouble(round -> figure.applyAsDouble(round) / Objects.requireNonNull(met.get(occasion.apply(round))))
                .toArray();
        return ratios.length == 0 ? Double.NaN : Median.of(ratios);
    }

    /** Returns the phases that a contestant tells of, in their order. */
    Collection<String> phases(DayEntrant entrant) {
        Set<String> phases = new LinkedHashSet<>();
        List<DayRound> own = new ArrayList<>(of(entrant));
        own.forEach(round -> phases.addAll(round.phases().seconds().keySet()));
        return phases;
    }

    /** Returns the median of the seconds of a phase. */
    double phase(DayEntrant entrant, String phase) {
        return median(entrant, round -> round.phases().seconds().getOrDefault(phase, 0.0));
    }
}
