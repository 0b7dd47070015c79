/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.transforms.skew.detect.HotShare;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class SkewSummaryTest {
    private static final SkewLine.Spread ORDERS = new SkewLine.Spread(
            "orders", List.of("country"), 1_000, 100, List.of(new HotShare(7, "United Kingdom", 0.914)));
    private static final SkewLine.Spread COUNTRIES =
            new SkewLine.Spread("countries", List.of("country"), 200, 0, List.of());

    @Test
    void receiptTellsRowsBeforeAndAfterInflationAndTheHeaviestTask() {
        SkewLine line = line("salt", 120, 3.14);

        assertThat(SkewSummary.of(List.of(line), 110)).isEqualTo("""

                  skew in  of         by       heaviest key    share  NULL keys
                  placed   orders     country  United Kingdom  91.4%      10.0%
                  placed   countries  country  none is hot      0.0%       0.0%

                  placed: salt: United Kingdom is hot
                    1,200 rows before, 1,320 after (+10.0%); heaviest task 3.1 times the median
                    declined: broadcast: too large
                """);
        assertThat(Json.line(line))
                .contains("\"rowsBefore\":1200", "\"rowsAfter\":1320", "\"inflation\":0.1", "\"heaviestTask\":3.14");
        assertThat(Json.read(Json.write(line), SkewLine.class)).isEqualTo(line);
    }

    @Test
    void untreatedStepHasNoRowsAfter() {
        assertThat(SkewSummary.of(List.of(line("none", 0, null)), 110))
                .contains("placed: none: United Kingdom is hot\n")
                .doesNotContain("before");
    }

    @Test
    void keyWithControlCharactersStaysOnItsLine() {
        SkewLine line =
                new SkewLine("placed", "none", "a\nb\u001b[2J is hot", List.of(), List.of(ORDERS), 0, null, null);

        assertThat(SkewSummary.of(List.of(line), 110)).contains("placed: none: a\\nb\\u001b[2J is hot\n");
    }

    @Test
    void fewOfManyDeclinedKeysAreNamed() {
        List<String> declined = List.of("1", "2", "3", "4", "5", "6", "7");

        assertThat(SkewSummary.of(
                        List.of(new SkewLine("placed", "none", "hot", declined, List.of(ORDERS), 0, null, null)), 110))
                .endsWith("    declined: 5\n    declined: 2 more, which the report names\n");
    }

    private static SkewLine line(String treatment, long rowsAdded, @Nullable Double heaviestTask) {
        return new SkewLine(
                "placed",
                treatment,
                "United Kingdom is hot",
                List.of("broadcast: too large"),
                List.of(ORDERS, COUNTRIES),
                rowsAdded,
                heaviestTask,
                null);
    }
}
