/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.load;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.saltern.conf.Environment;
import dev.saltern.conf.InvalidConfigurationException;
import dev.saltern.conf.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Files of one test in a temporary folder. */
record ConfigurationFiles(Path folder) {
    static final Environment LOCAL =
            new Environment("local", "/lake", "saltern", Map.of("raw", "/raw"), Map.of("spark.master", "local[2]"));

    /** The smallest pipeline; its lines are counted by tests that append to it. */
    static final String SMALLEST = """
            pipeline: smallest
            sources:
              readings: {path: "/raw/", format: json, schema: "id STRING"}
            outputs:
              table: {from: readings}
            """;

    Path write(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    LoadedPipeline load(String text) {
        return load(text, Map.of());
    }

    LoadedPipeline load(String text, Map<String, String> overrides) {
        return PipelineLoader.load(write("pipelines/p.yaml", text), LOCAL, overrides);
    }

    /** Returns each problem as {@code line:column message}. */
    List<String> problems(String text) {
        return problems(text, Map.of());
    }

    List<String> problems(String text, Map<String, String> overrides) {
        return problems(() -> load(text, overrides));
    }

    static List<String> problems(Runnable action) {
        InvalidConfigurationException e = catchThrowableOfType(InvalidConfigurationException.class, action::run);
        return Objects.requireNonNull(e, "nothing was refused").problems().stream()
                .map(ConfigurationFiles::show)
                .toList();
    }

    private static String show(Problem problem) {
        return problem.origin().line() + ":" + problem.origin().column() + " " + problem.message();
    }
}
