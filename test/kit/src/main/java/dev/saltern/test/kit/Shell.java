/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Programs that are run to their end. */
final class Shell {
    private Shell() {}

    /**
     * What a program said.
     *
     * @param exit its exit code
     * @param output what it wrote, errors included
     */
    record Answer(int exit, String output) {}

    /** Runs the program and returns what it said, or empty if there is no such program. */
    static Optional<Answer> run(List<String> command) {
        return run(command, Map.of());
    }

    /** Does the same with more variables in the program's environment. */
    static Optional<Answer> run(List<String> command, Map<String, String> variables) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(variables);
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            return Optional.empty();
        }
        try {
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Optional.of(new Answer(process.waitFor(), output));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read what " + command.get(0) + " says", e);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Cannot wait for " + command.get(0) + ": interrupted", e);
        }
    }
}
