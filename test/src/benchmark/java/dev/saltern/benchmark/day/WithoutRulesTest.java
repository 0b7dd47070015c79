/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class WithoutRulesTest {
    @Test
    void takesRulesAndTheirLimitsAndNothingElse() {
        assertThat(WithoutRules.of("""
                        sources:
                          readings:
                            schema: a INT NOT NULL    # stays
                            rules:
                              quarantine: |
                                ColumnValues "a" > 1

                              fail: RowCount > 0
                            max-quarantined: 5%
                            outside: quarantine
                        outputs:
                          rows:
                            from: readings
                            rules: {fail: IsComplete "a"}
                          others: {from: readings}
                        """)).isEqualTo("""
                        sources:
                          readings:
                            schema: a INT NOT NULL    # stays
                            outside: quarantine
                        outputs:
                          rows:
                            from: readings
                          others: {from: readings}
                        """);
    }

    @Test
    void leavesNoneInTheDay() throws IOException {
        String day = Files.readString(SourceTree.ROOT.resolve("conf/pipelines/sensor-daily.yaml"));
        assertThat(WithoutRules.of(day)).doesNotContain("fail:", "rules/reading.dqdl").contains("NOT NULL", "site_notes:");
    }

    @Test
    void refusesWhatItCannotDo() {
        assertThatThrownBy(() -> WithoutRules.of("outputs:\n  rows: {from: rows, rules: {fail: x}}\n  b:\n    rules: x\n"))
                .hasMessage("Cannot take the rules out of the pipeline: some begin no line");
        assertThatThrownBy(() -> WithoutRules.of("outputs:\n  rows: {from: rows} # no rules: none\n"))
                .hasMessage("Cannot take the rules out of the pipeline: it has none");
    }
}
