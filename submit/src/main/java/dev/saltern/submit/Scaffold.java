/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files of a new pipeline, from the templates in {@code init/}. */
final class Scaffold {
    /** The day that the few raw rows belong to. */
    static final String SAMPLE_DATE = "2026-01-31";

    private static final String ENVIRONMENT = "conf/environments/local.yaml";

    private final Path folder;
    private final String name;

    Scaffold(Path folder, String name) {
        this.folder = folder;
        this.name = name;
    }

    /** Returns the name of the table that the pipeline publishes. */
    static String table(String name) {
        return name.replace('-', '_');
    }

    /** Returns the pipeline's own files that exist already, relative to the folder. */
    List<Path> standing() {
        return templates().keySet().stream()
                .filter(file -> !file.equals(ENVIRONMENT))
                .map(Path::of)
                .filter(file -> Files.exists(folder.resolve(file)))
                .toList();
    }

    /**
     * Writes the files, never over another file; an environment that exists stays as it is.
     *
     * @return what was written, relative to the folder
     * @throws IOException if a file cannot be written
     */
    List<Path> create() throws IOException {
        List<Path> created = new ArrayList<>();
        for (Map.Entry<String, String> template : templates().entrySet()) {
            Path file = folder.resolve(template.getKey());
            if (template.getKey().equals(ENVIRONMENT) && Files.exists(file)) {
                continue;
            }
            Path parent = file.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.writeString(file, text(template.getValue()), StandardOpenOption.CREATE_NEW);
            created.add(Path.of(template.getKey()));
        }
        return created;
    }

    private Map<String, String> templates() {
        Map<String, String> templates = new LinkedHashMap<>();
        templates.put("conf/pipelines/" + name + ".yaml", "pipeline.yaml");
        templates.put("conf/schemas/" + name + ".ddl", "schema.ddl");
        templates.put("conf/rules/tests/" + name + ".yaml", "rule-test.yaml");
        templates.put(ENVIRONMENT, "environment.yaml");
        templates.put("raw/" + name + "/dt=" + SAMPLE_DATE + "/part-0.csv", "sample.csv");
        return templates;
    }

    private String text(String template) {
        try (InputStream in = Scaffold.class.getResourceAsStream("init/" + template)) {
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
