/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a number is expected from what earlier runs observed: within three scaled median absolute deviations (MAD) of their
 * median, ends included. The MAD is scaled by 1.4826, which makes it the standard deviation of normal numbers.
 *
 * <p>The runs are those of the same weekday, or all where there are fewer than three of it; fewer than three runs give no opinion
 * and everything is accepted. Where more than half of the runs observed the same, the MAD is 0, and the band is five percent
 * of the median to either side; around the median 0 that is 0 alone.
 *
 * @param runs how many runs it was made of
 * @param of which runs those are
 * @see <a href="https://doi.org/10.1016/j.jesp.2013.03.013">Leys, Ley, Klein, Bernard, Licata: Detecting outliers, use absolute
 *     deviation around the median, Journal of Experimental Social Psychology 49 (2013), where 3 is the cautious factor</a>
 * @see <a href="https://www.itl.nist.gov/div898/handbook/eda/section3/eda35h.htm">NIST e-Handbook, Detection of Outliers, which
 *     cites Iglewicz and Hoaglin, How to Detect and Handle Outliers, ASQC 1993, for the scaled deviation</a>
 */
record Band(int runs, double low, double high, double median, String of) {
    static final int MIN_RUNS = 3;

    private static final double FACTOR = 3;
    private static final double SCALE = 1.4826;
    private static final double TOLERANCE = 0.05;
    private static final MathContext SHOWN = new MathContext(6);

    static Band of(List<MetricHistory.Observation> history, LocalDate day) {
        List<MetricHistory.Observation> finite =
                history.stream().filter(run -> Double.isFinite(run.value())).toList();
        DayOfWeek weekday = day.getDayOfWeek();
        List<MetricHistory.Observation> same = finite.stream()
                .filter(run -> weekday(run.date()).filter(weekday::equals).isPresent())
                .toList();
        return same.size() < MIN_RUNS ? around(finite, "runs") : around(same, "runs of the same weekday");
    }

    private static Band around(List<MetricHistory.Observation> runs, String of) {
        if (runs.size() < MIN_RUNS) {
            return new Band(runs.size(), 0, 0, 0, of);
        }
        double median =
                median(runs.stream().map(MetricHistory.Observation::value).toList());
        double deviation =
                median(runs.stream().map(run -> Math.abs(run.value() - median)).toList());
        double reach = deviation == 0 ? TOLERANCE * Math.abs(median) : FACTOR * SCALE * deviation;
        return new Band(runs.size(), median - reach, median + reach, median, of);
    }

    private static double median(List<Double> numbers) {
        return EarlierRuns.median(numbers.stream().map(BigDecimal::valueOf).toList())
                .doubleValue();
    }

    private static Optional<DayOfWeek> weekday(String date) {
        try {
            return Optional.of(LocalDate.parse(date).getDayOfWeek());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    boolean accepts(@Nullable Double observed) {
        return runs < MIN_RUNS || (observed != null && observed >= low && observed <= high);
    }

    /** Returns what is required, in a reader's words. */
    String text() {
        return runs < MIN_RUNS
                ? "no opinion before " + MIN_RUNS + " points"
                : "from " + shown(low) + " to " + shown(high) + " (median " + shown(median) + " of " + runs + " " + of
                        + ")";
    }

    private static String shown(double number) {
        BigDecimal rounded = BigDecimal.valueOf(number).round(SHOWN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
