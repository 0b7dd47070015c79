/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.load;

import static dev.saltern.conf.load.ConfigurationFiles.SMALLEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saltern.conf.SqlStep;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubstitutionTest {
    @TempDir
    private Path folder;

    private String path(String path, String variables, Map<String, String> overrides) {
        String text = SMALLEST.replace("\"/raw/\"", "'" + path + "'") + variables;
        return new ConfigurationFiles(folder)
                .load(text, overrides)
                .pipeline()
                .sources()
                .get("readings")
                .path();
    }

    private List<String> problems(String more) {
        return new ConfigurationFiles(folder).problems(SMALLEST + more);
    }

    @Test
    void theFlagStandsAboveTheEnvironmentAndThatAboveThePipeline() {
        String variables = "variables: {raw: low, own: low}\n";
        assertThat(path("${raw} ${own}", variables, Map.of())).isEqualTo("/raw low");
        assertThat(path("${raw} ${own}", variables, Map.of("raw", "top", "own", "top")))
                .isEqualTo("top top");
        assertThat(path("${lake}", "", Map.of())).isEqualTo("/lake");
        assertThat(path("${lake}", "", Map.of("lake", "/other"))).isEqualTo("/other");
    }

    @Test
    void variablesUseVariables() {
        assertThat(path("${a}", "variables: {a: '${b}/a', b: '${raw}/b'}\n", Map.of()))
                .isEqualTo("/raw/b/a");
        assertThat(path("${a}", "", Map.of("a", "${raw}/a"))).isEqualTo("/raw/a");
    }

    @Test
    void escapedAndRunVariablesWaitForTheRun() {
        String loaded = path("$${x}/${a}/${dt}", "variables: {a: '$${dt}'}\n", Map.of());
        assertThat(RunVariables.fill(loaded, Map.of("dt", "2026-01-31"))).isEqualTo("${x}/${dt}/2026-01-31");
        assertThatThrownBy(() -> RunVariables.fill("${dt}", Map.of("day", "31")))
                .hasMessage("Cannot fill ${dt}: it has no value here (known: day)");
    }

    @Test
    void theRunsDaysStandInSqlTexts() {
        String text = SMALLEST + "steps:\n  - {name: a, sql: \"SELECT '${from}' FROM readings\"}\n";
        SqlStep step = (SqlStep)
                new ConfigurationFiles(folder).load(text).pipeline().steps().get(0);
        assertThat(step.sql().text()).isEqualTo("SELECT '${from}' FROM readings");
    }

    @Test
    void whatCannotBeFilledIsAProblem() {
        assertThat(problems("description: a ${rwa}\n")).containsExactly("6:16 Unknown variable 'rwa' (nearest: raw)");
        assertThat(problems("description: |\n  one\n  two ${dt}\n"))
                .containsExactly("8:7 Cannot use ${dt} here: it stands only in the path of a source");
        assertThat(problems("description: '${to}'\n"))
                .containsExactly("6:15 Cannot use ${to} here: it stands only in the text of an sql step");
        assertThat(problems("description: a ${\n"))
                .containsExactly("6:16 Invalid variable: ${ without } (a plain ${ is written $${)");
    }

    @Test
    void circlesAndForbiddenNamesAreProblems() {
        assertThat(problems("variables:\n  a: ${b}\n  b: ${a}\ndescription: ${a}\n"))
                .containsExactly("7:6 Cannot resolve ${a}: it uses itself, a -> b -> a");
        assertThat(problems("variables: {dt: 2026-01-01}\n"))
                .containsExactly("6:17 Invalid variable name: dt (must not be one that the run fills)");
        assertThat(new ConfigurationFiles(folder).problems(SMALLEST, Map.of("laek", "/other")))
                .containsExactly("0:0 Unknown variable 'laek' (nearest: lake)");
    }
}
