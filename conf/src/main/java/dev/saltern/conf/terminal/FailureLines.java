/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.terminal;

import dev.saltern.conf.Origin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A failure as a person reads it: three lines for each thing that went wrong, namely what, where and what to do next. */
public final class FailureLines {
    private static final int MAX_EXCERPT = 80;

    private final boolean painted;

    /** Shows failures on standard error. */
    public FailureLines(Terminal terminal) {
        this.painted = terminal.paintsErr();
    }

    /**
     * Returns the lines, with a line feed behind each.
     *
     * @param words the command as it was typed, without the name of the program: the place of what stands in no file
     */
    public String of(List<Failure> failures, List<String> words) {
        String command = "saltern "
                + ShellLine.of(
                        words.stream().filter(word -> !word.equals("--verbose")).toList());
        // What stands in no file is told together: the place and what to do are the same.
        Map<List<String>, List<String>> places = new LinkedHashMap<>();
        for (Failure failure : failures) {
            Origin origin = failure.origin();
            String where = origin == null ? command : origin + excerpt(origin);
            places.computeIfAbsent(List.of(where, failure.next()), place -> new ArrayList<>())
                    .add(Paint.BAD.on("error:", painted) + " " + failure.what() + "\n");
        }
        String lines = places.entrySet().stream()
                .map(place -> String.join("", place.getValue()) + "where: "
                        + place.getKey().get(0) + "\nnext:  " + place.getKey().get(1) + "\n")
                .collect(Collectors.joining("\n"));
        return failures.size() == 1 ? lines : lines + "\n" + failures.size() + " problems\n";
    }

    /** Returns the line of the file, which shows the value among its neighbours. */
    private static String excerpt(Origin origin) {
        if (origin.line() == 0) {
            return "";
        }
        try (Stream<String> lines = Files.lines(Path.of(origin.file()))) {
            return lines.skip(origin.line() - 1L)
                    .findFirst()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .map(line -> "  " + (line.length() > MAX_EXCERPT ? line.substring(0, MAX_EXCERPT) + "..." : line))
                    .orElse("");
        } catch (IOException | UncheckedIOException | InvalidPathException e) {
            // What cannot be read, or is no text, is told by the message itself.
            return "";
        }
    }
}
