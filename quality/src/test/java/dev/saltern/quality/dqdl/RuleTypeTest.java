/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.dqdl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RuleTypeTest {
    @ParameterizedTest
    @EnumSource(RuleType.class)
    void exampleIsReadAndPrintedBack(RuleType type) {
        String section = type.isRule() ? "Rules" : "Analyzers";
        Parsed parsed = Dqdl.parse(section + " = [ " + type.example() + " ]", "f", 1, 1);
        assertThat(parsed.problems()).isEmpty();
        if (type.isRule()) {
            assertThat(parsed.rules()).singleElement().satisfies(statement -> {
                assertThat(statement.text()).isEqualTo(type.example());
                assertThat(statement.rules()).extracting(Rule::type).containsExactly(type);
            });
        } else {
            assertThat(parsed.analyzers()).extracting(Analyzer::text).containsExactly(type.example());
        }
        assertThat(type.doc()).isNotEmpty().doesNotEndWith(".");
    }

    @ParameterizedTest
    @EnumSource(RuleType.class)
    void typeIsFoundByItsLabelAlone(RuleType type) {
        assertThat(RuleType.find(type.label())).contains(type);
        assertThat(RuleType.find(type.label().toLowerCase(java.util.Locale.ROOT)))
                .isEmpty();
    }
}
