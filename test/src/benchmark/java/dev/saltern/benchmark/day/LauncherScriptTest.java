/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class LauncherScriptTest {
    @Test
    void laterLinesAddToEarlierOnes() {
        assertThat(LauncherScript.of("a=1\npatient=\"-XX:A=1 -XX:B=2\"\npatient=\"$patient -XX:C=3\"\necho \"$patient\"\n")
                        .patient())
                .containsExactly("-XX:A=1", "-XX:B=2", "-XX:C=3");
        assertThatThrownBy(() -> LauncherScript.of("quick=\"-XX:A=1\"\n"))
                .hasMessageStartingWith("Cannot read the options of the launcher");
    }

    @Test
    void theScriptHasThemAndTheProductTakesThem() throws IOException {
        LauncherScript script = LauncherScript.read(SourceTree.LAUNCHER);
        assertThat(script.patient()).isNotEmpty().allMatch(option -> option.matches("-XX:Tier4\\w+=\\d+"));
        assertThat(DayEntrant.SALTERN.options(script)).containsAll(script.patient());
        assertThat(DayEntrant.PATIENT.options(script)).isEqualTo(DayEntrant.SALTERN.options(script));
        assertThat(DayEntrant.PLAIN.options(script)).doesNotContainAnyElementsOf(script.patient());
    }
}
