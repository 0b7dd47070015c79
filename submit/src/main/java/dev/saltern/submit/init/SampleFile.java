/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.init;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file that a pipeline is drafted from, by its name and its first lines.
 *
 * @param path where it is
 * @param format csv, json or parquet
 * @param delimiter what stands between two cells of CSV
 * @param multiLine whether a cell of CSV spans lines
 * @param day the day that it is taken for: a date in its name or folder, else the day of its last change
 * @param opaque whether it is CSV that only the job can unpack, so that nobody has looked at its first lines
 */
record SampleFile(Path path, String format, String delimiter, boolean multiLine, LocalDate day, boolean opaque) {
    /** Stands in no header, so that a reader that takes it for the delimiter finds one column. */
    static final String NO_DELIMITER = "\u0001";

    /** The compressions that Java unpacks. */
    private static final Set<String> LEGIBLE = Set.of("", "gz");

    private static final Pattern ENDING =
            Pattern.compile(".*\\.(csv|json|jsonl|ndjson|parquet)(\\.(gz|bz2|zst|snappy|lz4|deflate))?");
    private static final Pattern DAY = Pattern.compile("(?<!\\d)\\d{4}-\\d{2}-\\d{2}(?!\\d)");
    private static final List<String> DELIMITERS = List.of(",", ";", "\t", "|");
    private static final int HEAD_BYTES = 1 << 20;

    /**
     * Looks at a file.
     *
     * @throws SalternException with {@link ExitCode#USAGE} if there is none, or its ending is of no format
     */
    static SampleFile of(Path path) {
        if (!Files.isRegularFile(path)) {
            throw usage("Cannot read " + path + ": "
                    + (Files.exists(path) ? "it is no file. Name one file of the folder" : "there is no such file"));
        }
        String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        Matcher ending = ENDING.matcher(name);
        if (!ending.matches()) {
            throw usage("Invalid --from: " + path
                    + " (must end in .csv, .json, .jsonl, .ndjson or .parquet, compressed or not)");
        }
        String format = ending.group(1).endsWith("n") || ending.group(1).equals("jsonl") ? "json" : ending.group(1);
        try {
            boolean opaque = format.equals("csv") && !LEGIBLE.contains(Objects.requireNonNullElse(ending.group(3), ""));
            String head = format.equals("csv") && !opaque ? head(path, ending.group(3)) : "";
            return new SampleFile(path, format, delimiter(head), spansLines(head), day(path), opaque);
        } catch (IOException e) {
            throw new SalternException(ExitCode.USAGE, "Cannot read " + path + ": " + e.getMessage(), e);
        }
    }

    /** Returns the same file with another delimiter. */
    SampleFile separatedBy(String other) {
        return new SampleFile(path, format, other, multiLine, day, opaque);
    }

    /** Returns the same file by its header; the other lines, which nobody has seen, may hold anything. */
    SampleFile headed(String header) {
        return new SampleFile(path, format, delimiter(header), true, day, false);
    }

    /** Returns the name that the file has within the pipeline's folder of raw files. */
    String name() {
        return String.valueOf(path.getFileName());
    }

    private static SalternException usage(String message) {
        return new SalternException(ExitCode.USAGE, message);
    }

    private static String head(Path path, @Nullable String compression) throws IOException {
        try (InputStream file = Files.newInputStream(path);
                InputStream in = compression == null ? file : new GZIPInputStream(file)) {
            return new String(in.readNBytes(HEAD_BYTES), StandardCharsets.UTF_8);
        }
    }

    /** The one that stands most often in the header, outside of quotes. */
    private static String delimiter(String head) {
        String header = head.lines().findFirst().orElse("").replaceAll("\"[^\"]*\"", "");
        String best = DELIMITERS.get(0);
        for (String delimiter : DELIMITERS) {
            if (header.split(Pattern.quote(delimiter), -1).length > header.split(Pattern.quote(best), -1).length) {
                best = delimiter;
            }
        }
        return best;
    }

    /** A line with an odd number of quotes ends within a cell. The last line of the head may be cut. */
    private static boolean spansLines(String head) {
        String whole = head.substring(0, Math.max(0, head.lastIndexOf('\n')));
        return whole.lines().anyMatch(line -> line.chars().filter(c -> c == '"').count() % 2 == 1);
    }

    private static LocalDate day(Path path) throws IOException {
        Matcher days = DAY.matcher(path.toString());
        LocalDate found = null;
        while (days.find()) {
            try {
                found = LocalDate.parse(days.group());
            } catch (DateTimeParseException e) {
                // Digits in the form of a day that is none, such as 2026-13-45.
            }
        }
        return found != null
                ? found
                : LocalDate.ofInstant(Files.getLastModifiedTime(path).toInstant(), ZoneOffset.UTC);
    }
}
