/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.conf.Environment;
import dev.saltern.conf.Pipeline;
import dev.saltern.conf.RuleTest;
import dev.saltern.conf.cluster.Cluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class GeneratedFilesTest {
    private static final String COMMAND = "mvn -pl conf test -Dsaltern.regenerate=true";

    private static final Path MODULE = Path.of(System.getProperty("basedir", "."));

    @Test
    void thePipelinesSchemaIsFresh() throws IOException {
        check("pipeline.schema.json", JsonSchema.of(Pipeline.class, "A Saltern pipeline"));
    }

    @Test
    void theEnvironmentsSchemaIsFresh() throws IOException {
        check("environment.schema.json", JsonSchema.of(Environment.class, "A Saltern environment"));
    }

    @Test
    void thePipelinesReferenceIsFresh() throws IOException {
        String introduction = "Every key of `conf/pipelines/*.yaml`. Generated from the records in `conf`; to renew it:"
                + " `" + COMMAND + "`.\n\n"
                + "A list of one element may be written as the element alone. `${name}` is replaced by the first of"
                + " `--set`, the\nenvironment's `variables` and `lake`, the pipeline's `variables`; `$${` is a plain `${`.\n\n"
                + "Rules are written in DQDL: [the rule types](rules.md), [tests of rules](rule-test.md).";
        check("../docs/reference/pipeline.md", ReferencePage.of(Pipeline.class, "Pipeline files", introduction));
    }

    @Test
    void theEnvironmentsReferenceIsFresh() throws IOException {
        String introduction =
                "Every key of `conf/environments/*.yaml`. Generated from the records in `conf`; to renew it:" + " `"
                        + COMMAND + "`.";
        check(
                "../docs/reference/environment.md",
                ReferencePage.of(Environment.class, "Environment files", introduction));
    }

    @Test
    void theClustersSchemaIsFresh() throws IOException {
        check("cluster.schema.json", JsonSchema.of(Cluster.class, "A Saltern cluster"));
    }

    @Test
    void theClustersReferenceIsFresh() throws IOException {
        String introduction = "Every key of `conf/clusters/*.yaml`. Generated from the records in `conf`; to renew it:"
                + " `" + COMMAND + "`.\n\n"
                + "Capacities are virtual processors, not machines: EMR takes the types as they are to be had. `${name}` is"
                + " replaced by\nthe environment's `variables`.";
        check("../docs/reference/cluster.md", ReferencePage.of(Cluster.class, "Cluster files", introduction));
    }

    @Test
    void theRuleTestsSchemaIsFresh() throws IOException {
        check("rule-test.schema.json", JsonSchema.of(RuleTest.class, "A test of rules"));
    }

    @Test
    void theRuleTestsReferenceIsFresh() throws IOException {
        String introduction =
                "Every key of `conf/rules/tests/*.yaml`, which `saltern rules test` runs. Generated from the"
                        + " records in `conf`; to renew it: `" + COMMAND + "`.\n\n"
                        + "A test holds rows against rules, and nothing else: what a source refuses before its rules are asked, such as\n"
                        + "a missing value of a `NOT NULL` column, is not refused here. Quarantine and drop rules see each row; fail and\n"
                        + "warn rules see the rows that are kept.";
        check("../docs/reference/rule-test.md", ReferencePage.of(RuleTest.class, "Tests of rules", introduction));
    }

    private static void check(String name, String fresh) throws IOException {
        Path file = MODULE.resolve(name).normalize();
        if (Boolean.getBoolean("saltern.regenerate")) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, fresh);
        }
        assertThat(file).as("Renew it with: %s", COMMAND).exists();
        assertThat(Files.readString(file))
                .as("%s is stale. Renew it with: %s", name, COMMAND)
                .isEqualTo(fresh);
    }
}
