/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.init;

import dev.saltern.conf.Environment;
import dev.saltern.conf.Pipeline;
import dev.saltern.conf.RuleTest;
import dev.saltern.conf.schema.JsonSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The pipeline that a person starts from who has no file yet, and the files that all pipelines share. */
public final class Templates {
    /** The day that the few raw rows belong to. */
    public static final String SAMPLE_DATE = "2026-01-31";
    /** The environment that commands take by default. */
    static final String ENVIRONMENT = "environment.yaml";

    private Templates() {}

    /** Returns the name of the table that the pipeline publishes. */
    public static String table(String name) {
        return name.replace('-', '_');
    }

    /** Returns the files of a first pipeline. */
    public static Scaffold scaffold(Path folder, String name) {
        Scaffold scaffold = new Scaffold(folder)
                .own("conf/pipelines/" + name + ".yaml", text("pipeline.yaml", name))
                .own("conf/schemas/" + name + ".ddl", text("schema.ddl", name))
                .own("conf/rules/tests/" + name + ".yaml", text("rule-test.yaml", name))
                .own("raw/" + name + "/dt=" + SAMPLE_DATE + "/part-0.csv", text("sample.csv", name));
        return withShared(scaffold);
    }

    /** Adds the environment, and the JSON Schemas by which editors complete the files. */
    static Scaffold withShared(Scaffold scaffold) {
        return scaffold.shared("conf/environments/local.yaml", text(ENVIRONMENT, ""))
                .shared("conf/pipeline.schema.json", JsonSchema.of(Pipeline.class, "A Saltern pipeline"))
                .shared("conf/environment.schema.json", JsonSchema.of(Environment.class, "A Saltern environment"))
                .shared("conf/rule-test.schema.json", JsonSchema.of(RuleTest.class, "A test of rules"));
    }

    static String text(String template, String name) {
        try (InputStream in = Templates.class.getResourceAsStream(template)) {
            if (in == null) {
                throw new IllegalStateException("Cannot find template " + template + ": not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{{name}}", name)
                    .replace("{{table}}", table(name))
                    .replace("{{date}}", SAMPLE_DATE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
