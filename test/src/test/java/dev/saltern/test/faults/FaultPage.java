/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.faults;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The page of all results. Each test class leaves its own below {@code target}, in whatever order they run; the page is written anew from
 * all that are there.
 */
public final class FaultPage {
    private static final Path RESULTS = Path.of("target", "faults");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<FaultLine>> LINES = new TypeReference<>() {};

    private FaultPage() {}

    /** Keeps the results of a group, and writes the page where the profile asks for it: what it says of itself is true then. */
    public static void keep(FaultGroup group, List<FaultLine> lines) throws IOException {
        lines.forEach(System.out::println);
        Files.createDirectories(RESULTS);
        JSON.writeValue(RESULTS.resolve(group.fileName()).toFile(), lines);
        if (Boolean.getBoolean("saltern.fault-page") && Long.getLong("saltern.fault-seed") == null) {
            Files.writeString(Path.of("..", "docs", "faults.md"), page());
        }
    }

    private static String page() throws IOException {
        StringBuilder page = new StringBuilder("""
                # Faults

                Written by `mvn -Pfaults -pl test -am test`; do not edit. Each line is one kind of trouble, each seed one schedule of it. When all is
                quiet the run is done again: the table has to be what an undisturbed run makes of it, and one more run has nothing to do. Recovery
                is what it takes from there until the table is right.
                """);
        for (FaultGroup group : FaultGroup.values()) {
            Path results = RESULTS.resolve(group.fileName());
            page.append("\n## ").append(group.title()).append("\n\n").append(group.text());
            page.append(Files.exists(results) ? section(JSON.readValue(results.toFile(), LINES)) : "\nNot run.\n");
        }
        page.append("""

                ## Elsewhere

                Every order of the calls of a few runs, within bounds, is searched by `ProtocolTest`; publishers that leave out a part of the protocol
                are caught by `BrokenPublisherTest` and, on S3 and Glue, by `BrokenCloudTest`. What ten thousand partitions cost is measured by
                `ManyPartitionsTest`. Kills of whole days of the shipped pipeline: `KilledRunTest`, `ManyKillsTest`.
                """);
        return page.toString();
    }

    private static String section(List<FaultLine> lines) {
        StringBuilder text = new StringBuilder("""

                | case | seeds | faults injected | violations of I1 to I11 | median recovery, calls | median recovery, ms |
                |---|---|---|---|---|---|
                """);
        for (FaultLine line : lines) {
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %d | %d | %s | %s |%n",
                    line.name(),
                    line.seeds(),
                    line.faults(),
                    line.violations(),
                    line.recoveryCalls() < 0 ? "" : Integer.toString(line.recoveryCalls()),
                    String.format(Locale.ROOT, line.recoveryMillis() < 100 ? "%.1f" : "%.0f", line.recoveryMillis())));
        }
        text.append(String.format(
                Locale.ROOT,
                "%n%d faults, %d violations.%n",
                lines.stream().mapToInt(FaultLine::faults).sum(),
                lines.stream().mapToInt(FaultLine::violations).sum()));
        Map<String, Integer> kinds = new TreeMap<>();
        lines.forEach(line -> line.kinds().forEach((kind, count) -> kinds.merge(kind, count, Integer::sum)));
        if (!kinds.isEmpty()) {
            text.append(String.format(Locale.ROOT, "%n| fault | times |%n|---|---|%n"));
            kinds.forEach((kind, count) -> text.append(String.format(Locale.ROOT, "| %s | %d |%n", kind, count)));
        }
        return text.toString();
    }
}
