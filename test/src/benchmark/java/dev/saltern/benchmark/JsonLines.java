/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * What calls of a command have measured, also earlier ones, so that a page can be measured in parts. To be deleted when the code has
 * changed.
 *
 * @param file one line of JSON each; its folder is made when something is added
 * @param type what a line holds
 */
public record JsonLines<T>(Path file, Class<T> type) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Adds a line at the end. */
    public void add(T line) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(
                file, JSON.writeValueAsString(line) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Returns all lines in the order in which they were added; none if the file is missing. */
    public List<T> all() throws IOException {
        List<T> lines = new ArrayList<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                lines.add(JSON.readValue(line, type));
            }
        }
        return lines;
    }
}
