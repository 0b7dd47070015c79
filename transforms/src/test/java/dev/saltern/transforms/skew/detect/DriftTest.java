/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.saltern.transforms.Tables;
import dev.saltern.transforms.skew.HotKey;
import dev.saltern.transforms.skew.KeySpread;
import java.util.List;
import org.junit.jupiter.api.Test;

class DriftTest {

    private static final HotShare KINGDOM = new HotShare(1, "United Kingdom", 0.5);
    private static final HotShare FRANCE = new HotShare(2, "France", 0.2);
    private static final HotShare SPAIN = new HotShare(3, "Spain", 0.1);

    @Test
    void tellsWhatBecameHotWhatCooledAndWhatMoved() {
        Drift drift = Drift.between(
                List.of(KINGDOM, FRANCE),
                List.of(SPAIN, new HotShare(1, "United Kingdom", 0.914), new HotShare(4, "Malta", 0.3)));

        assertThat(drift.hot()).extracting(HotShare::text).containsExactly("Malta", "Spain");
        assertThat(drift.cooled()).containsExactly(FRANCE);
        assertThat(drift.moved().get(0).change()).isCloseTo(0.414, within(1e-9));
        assertThat(drift)
                .hasToString("became hot: Malta with 30.0 % of the rows; Spain with 10.0 % of the rows."
                        + " cooled: France, was 20.0 % of the rows."
                        + " changed: United Kingdom from 50.0 % of the rows to 91.4 % of the rows");
    }

    @Test
    void largestMoveComesFirst() {
        Drift drift = Drift.between(
                List.of(KINGDOM, FRANCE),
                List.of(new HotShare(1, "United Kingdom", 0.52), new HotShare(2, "France", 0.1)));

        assertThat(drift.moved()).extracting(move -> move.now().text()).containsExactly("France", "United Kingdom");
    }

    @Test
    void sameListsInAnyOrderHaveNoDrift() {
        Drift drift = Drift.between(List.of(KINGDOM, FRANCE), List.of(FRANCE, KINGDOM));

        assertThat(drift.isEmpty()).isTrue();
        assertThat(drift).hasToString("no change of hot keys");
    }

    @Test
    void keysOfOneHashAreToldApart() {
        Drift drift = Drift.between(List.of(KINGDOM), List.of(new HotShare(1, "Wales", 0.5)));

        assertThat(drift.hot()).extracting(HotShare::text).containsExactly("Wales");
        assertThat(drift.cooled()).containsExactly(KINGDOM);
    }

    @Test
    void sharesComeFromASpread() {
        KeySpread spread =
                new KeySpread(List.of("country"), 10, 0, List.of(new HotKey(1, 5, 5, Tables.row("United Kingdom"))));

        assertThat(HotShare.of(spread)).containsExactly(KINGDOM);
    }
}
