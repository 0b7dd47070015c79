/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.conf.Access;
import dev.saltern.conf.Environment;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentLoaderTest {
    private static final ConfigurationFolder SHIPPED =
            new ConfigurationFolder(Path.of(System.getProperty("basedir", ".")));

    @TempDir
    private Path folder;

    private Environment load(String text, Map<String, String> overrides) {
        return EnvironmentLoader.load(new ConfigurationFiles(folder).write("e.yaml", text), overrides);
    }

    @Test
    void defaults() {
        assertThat(load("{environment: e, lake: /lake}", Map.of()))
                .isEqualTo(new Environment("e", "/lake", "saltern", Map.of(), Map.of()));
    }

    @Test
    void everyKeyIsMapped() {
        Mapped.assertAllDiffer(
                load("{environment: e, lake: /lake}", Map.of()),
                load(
                        "{environment: e, lake: /lake, database: d, catalog: glue, metastore: /m, variables: {a: b}, spark: {x.y: true}, accelerator: comet,"
                                + " access: {path-style: true}, aws: {region: r, code: s3://c, logs: s3://l}}",
                        Map.of()));
        Mapped.assertAllDiffer(
                Access.DEFAULT,
                load(
                                "{environment: e, lake: /lake, access: {region: r, endpoint: http://h, path-style: true}}",
                                Map.of())
                        .access());
    }

    @Test
    void bucketsAreInTheRegionOfTheAccount() {
        String account = "environment: e\nlake: /lake\naws: {region: r, code: s3://c, logs: s3://l}\n";
        assertThat(load(account, Map.of()).access().region()).isEqualTo("r");
        assertThat(load(account + "access: {region: q}\n", Map.of()).access().region())
                .isEqualTo("q");
    }

    @Test
    void theFlagStandsAboveTheFile() {
        Environment environment = EnvironmentLoader.load(
                SHIPPED.environment("emr"), Map.of("bucket", "mine", "raw", "s3://theirs", "other", "x"));
        assertThat(environment.lake()).isEqualTo("s3://mine/curated");
        assertThat(environment.variables()).isEqualTo(Map.of("bucket", "mine", "raw", "s3://theirs"));
        assertThat(EnvironmentLoader.load(SHIPPED.environment("local"), Map.of("lake", "/l"))
                        .lake())
                .isEqualTo("/l");
        assertThat(load("{environment: e, lake: '/${home}/lake'}", Map.of("home", "h"))
                        .variables())
                .isEqualTo(Map.of("home", "h"));
    }

    @Test
    void whatIsWrongIsAProblem() {
        assertThat(ConfigurationFiles.problems(
                        () -> load("environment: My Own\nvariables: {lake: x}\nsprak: {}\n", Map.of())))
                .containsExactly(
                        "1:1 Missing required lake",
                        "1:14 Invalid name: My Own (must be lower-case letters, digits and hyphens, a letter first)",
                        "2:19 Invalid variable name: lake (must be given by the key lake)",
                        "3:1 Unknown key 'sprak' (nearest: spark)");
    }

    @Test
    void anEndpointIsAnAddress() {
        assertThat(ConfigurationFiles.problems(
                        () -> load("environment: e\nlake: /lake\naccess: {endpoint: 'localhost:5000'}\n", Map.of())))
                .containsExactly("3:1 Invalid endpoint: localhost:5000 (must be an http:// or https:// address)");
    }

    @Test
    void anUnknownNameListsThoseThereAre() {
        assertThat(SHIPPED.environments()).containsExactly("emr", "local");
        assertThat(ConfigurationFiles.problems(() -> SHIPPED.environment("locl")))
                .containsExactly("0:0 Unknown environment 'locl' (nearest: local). There are: emr, local");
        assertThat(ConfigurationFiles.problems(() -> new ConfigurationFolder(folder).pipeline("x")))
                .containsExactly("0:0 Unknown pipeline 'x'. There are: none");
        assertThat(SHIPPED.pipeline("some/where.yml")).isEqualTo(Path.of("some/where.yml"));
    }
}
