/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.conf.InvalidConfigurationException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MutationTest {
    private static final Pattern TOKEN = Pattern.compile("[\\w$]+|[^\\w\\s]");
    private static final List<String> REPLACEMENTS = List.of("null", "[]", "*a", "\"", "${q}");

    @TempDir
    private Path folder;

    @Test
    void whateverIsBrokenIsRefusedWithItsPosition() {
        ConfigurationFiles files = new ConfigurationFiles(folder);
        int refused = 0;
        for (String text : mutations()) {
            try {
                files.load(text, Map.of());
            } catch (InvalidConfigurationException e) {
                refused++;
                long lines = text.lines().count();
                assertThat(e.problems()).as(text).allSatisfy(problem -> {
                    assertThat(problem.origin().line()).isBetween(1, (int) lines + 1);
                    assertThat(problem.origin().column()).isPositive();
                });
            }
        }
        assertThat(refused).isGreaterThan(400);
    }

    private static List<String> mutations() {
        String whole = ConfigurationFiles.SMALLEST + """
                partition: {column: dt, grain: day}
                steps:
                  - {name: s, dedupe: {from: readings, keys: [id], keep: {latest: t}}}
                  - {name: w, moving-average: {from: s, order: t, value: v, window: 24h}}
                  - name: d
                    sql: |
                      SELECT 1
                """;
        List<String> mutations = new ArrayList<>();
        Matcher token = TOKEN.matcher(whole);
        while (token.find()) {
            for (String replacement : REPLACEMENTS) {
                mutations.add(whole.substring(0, token.start()) + replacement + whole.substring(token.end()));
            }
            mutations.add(whole.substring(0, token.start()));
        }
        return mutations;
    }
}
