/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.size;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * {@code seconds = fixed + perGib * GiB / cores}: what every run takes, and work that is shared out among the processors. Fitted by least
 * squares of relative errors, so that a small day weighs as much as a large one. One past run scales the defaults; none leaves them.
 *
 * @param fixedSeconds what every run takes: planning, sealing, publishing
 * @param secondsPerGib of one processor
 * @param runs how many past runs it was fitted to
 */
public record TimeModel(double fixedSeconds, double secondsPerGib, int runs) {
    /** Taken until past runs teach better: text that is read, checked, computed in a few steps and written. */
    private static final double DEFAULT_FIXED = 60;

    private static final double DEFAULT_PER_GIB = 400;
    private static final double GIB = 1L << 30;

    /** Returns the model without past runs. */
    public static TimeModel untaught() {
        return new TimeModel(DEFAULT_FIXED, DEFAULT_PER_GIB, 0);
    }

    /** Fits the model to past runs. */
    public static TimeModel fit(List<PastRun> past) {
        List<PastRun> runs = past.stream()
                .filter(run -> run.cores() > 0 && run.seconds() > 0)
                .toList();
        if (runs.isEmpty()) {
            return untaught();
        }
        double a = 0;
        double b = 0;
        double c = 0;
        double p = 0;
        double q = 0;
        for (PastRun run : runs) {
            double weight = 1 / (run.seconds() * run.seconds());
            a += weight;
            b += weight * run.load();
            c += weight * run.load() * run.load();
            p += weight * run.seconds();
            q += weight * run.load() * run.seconds();
        }
        double determinant = a * c - b * b;
        // Runs of one size cannot tell the two parts apart: the defaults keep their proportion then.
        if (determinant > 1e-6 * a * c) {
            double fixed = (p * c - q * b) / determinant;
            double perGib = (a * q - b * p) / determinant;
            if (fixed >= 0 && perGib > 0) {
                return new TimeModel(fixed, perGib, runs.size());
            }
        }
        return scaled(runs);
    }

    private static TimeModel scaled(List<PastRun> runs) {
        TimeModel untaught = untaught();
        double ratio = runs.stream()
                .mapToDouble(run -> run.seconds() / untaught.seconds(run.inputBytes(), run.cores()))
                .average()
                .orElse(1);
        return new TimeModel(DEFAULT_FIXED * ratio, DEFAULT_PER_GIB * ratio, runs.size());
    }

    /** Returns how long the job will take. */
    public double seconds(long inputBytes, double cores) {
        return fixedSeconds + secondsPerGib * (inputBytes / GIB) / cores;
    }

    /** Returns the mean error on past runs as a share, each predicted from the others alone; empty with fewer than two. */
    public static OptionalDouble error(List<PastRun> past) {
        if (past.size() < 2) {
            return OptionalDouble.empty();
        }
        double sum = 0;
        for (int i = 0; i < past.size(); i++) {
            PastRun left = past.get(i);
            List<PastRun> others = new java.util.ArrayList<>(past);
            others.remove(i);
            double foreseen = fit(others).seconds(left.inputBytes(), left.cores());
            sum += Math.abs(foreseen - left.seconds()) / left.seconds();
        }
        return OptionalDouble.of(sum / past.size());
    }

    /** Returns the fewest processors with which the job is done in time, or none if no number would do. */
    public OptionalDouble coresFor(long inputBytes, Duration target) {
        double left = target.toSeconds() - fixedSeconds;
        return left <= 0 ? OptionalDouble.empty() : OptionalDouble.of(secondsPerGib * (inputBytes / GIB) / left);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%.0f s + %.0f s for a GiB and processor, %s",
                fixedSeconds,
                secondsPerGib,
                runs == 0 ? "without past runs" : "from " + runs + (runs == 1 ? " past run" : " past runs"));
    }
}
