/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.dqdl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.quality.ProvenBy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RuleReferenceTest {
    private static final Path PAGE = Path.of(System.getProperty("basedir", "."), "../docs/reference/rules.md");

    @Test
    void pageShowsTheRuleTypesAsTheyAre() throws IOException {
        String proven = Arrays.stream(ProvenBy.values())
                .map(by -> "| " + by.label() + " | "
                        + (by.jobs() == 0 ? "no job" : "one job, shared where rules need the same") + " |\n")
                .collect(Collectors.joining());
        String page =
                RuleReference.of(text("rules-begin.md"), text("rules-end.md").replace("{{proven-by}}", proven));
        if (Boolean.getBoolean("saltern.regenerate")) {
            Files.createDirectories(PAGE.toAbsolutePath().normalize().getParent());
            Files.writeString(PAGE, page);
        }

        assertThat(PAGE)
                .as("Renew it with: mvn -pl quality test -Dtest=RuleReferenceTest -Dsaltern.regenerate=true")
                .hasContent(page);
        for (RuleType type : RuleType.values()) {
            assertThat(page).contains("\n### " + type.label() + "\n", type.example());
        }
    }

    private static String text(String name) throws IOException {
        try (InputStream in = RuleReferenceTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
