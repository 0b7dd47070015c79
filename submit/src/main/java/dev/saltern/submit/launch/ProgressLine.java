/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.launch;

import dev.saltern.conf.cluster.TimeSpan;
import dev.saltern.submit.cost.CostBand;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * How far a launch is, on one line.
 *
 * @param elapsed since the launch began
 * @param estimate how long it should take, or nothing
 * @param states the states of what runs, such as {@code cluster RUNNING}
 * @param usd the cost so far, or empty
 * @param job what the job says that it does, or the empty text
 */
record ProgressLine(Duration elapsed, Duration estimate, List<String> states, OptionalDouble usd, String job) {
    ProgressLine {
        states = List.copyOf(states);
    }

    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        parts.add(TimeSpan.show(elapsed) + (estimate.isZero() ? "" : " of about " + TimeSpan.show(estimate)));
        states.forEach(state -> parts.add(state.toLowerCase(Locale.ROOT)));
        usd.ifPresent(cost -> parts.add(CostBand.dollars(cost)));
        if (!job.isEmpty()) {
            parts.add(job);
        }
        return String.join("  ", parts);
    }
}
