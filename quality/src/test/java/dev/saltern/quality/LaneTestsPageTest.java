/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.quality.dqdl.RuleType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page that names the tests of each rule type in each case is renewed with them. */
class LaneTestsPageTest {
    private static final Path PAGE = Path.of(System.getProperty("basedir", "."), "../docs/reference/lane-tests.md");
    private static final String RENEW = "mvn -pl quality test -Dtest=LaneTestsPageTest -Dsaltern.regenerate=true";

    @Test
    void pageNamesEveryTest() throws IOException {
        StringBuilder page = new StringBuilder("""
                # Tests of the rule types

                Each rule type that the rows, the names or the types of one table settle, in each case: the tests by number, and what is
                put to the rule. `LaneTableTest` fails where a case has no test. Rows are divided by a space and columns by a comma; `-` is
                NULL, `''` the empty text, `now-3h` the time three hours ago. Rules on other tables, files and earlier runs, and joined
                rules, are not in the table: %s.

                Not edited by hand; to renew it: `%s`.
                """.formatted(otherTests(), RENEW));
        cases().forEach((test, cases) -> page.append(table(test, cases)));
        if (Boolean.getBoolean("saltern.regenerate")) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).as("Renew it with: " + RENEW).hasContent(page.toString());
    }

    private static String otherTests() {
        return List.of(OtherDataLaneTest.class, FileLaneTest.class, HistoryLaneTest.class, CompositeTest.class).stream()
                .map(test -> "`" + test.getSimpleName() + "`")
                .collect(Collectors.joining(", "));
    }

    private static Map<String, String> cases() {
        Map<String, String> cases = new LinkedHashMap<>();
        cases.put(RowLaneTest.class.getSimpleName(), RowLaneTest.CASES);
        cases.put(AggregateLaneTest.class.getSimpleName(), AggregateLaneTest.CASES);
        cases.put(SchemaLaneTest.class.getSimpleName(), SchemaLaneTest.CASES);
        cases.put(ShuffleLaneTest.class.getSimpleName(), ShuffleLaneTest.CASES);
        return cases;
    }

    private static String table(String test, String cases) {
        List<LaneCase> all = LaneCase.read(cases).toList();
        Map<RuleType, StringBuilder> lines = new TreeMap<>();
        for (int i = 0; i < all.size(); i++) {
            LaneCase line = all.get(i);
            lines.computeIfAbsent(line.type(), type -> new StringBuilder())
                    .append("| ")
                    .append(String.join(
                            " | ",
                            line.type().label(),
                            line.kind(),
                            Integer.toString(i + 1),
                            "`" + line.rule() + "`",
                            line.table().isEmpty() ? "no row" : "`" + line.table() + "`",
                            line.outcome().name().toLowerCase(java.util.Locale.ROOT)))
                    .append(" |\n");
        }
        return "\n## `" + test + ".ruleComesOutAs`\n\n"
                + "| rule type | case | test | rule | rows | comes out |\n|---|---|---:|---|---|---|\n"
                + String.join("", lines.values());
    }
}
