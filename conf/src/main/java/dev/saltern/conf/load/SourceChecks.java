/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.load;

import dev.saltern.conf.Source;
import dev.saltern.conf.SourceFormat;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Checks the keys of a source that depend on each other, and the small languages in its values. */
final class SourceChecks {
    private static final Pattern NAMED_GROUP = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*\\(\\?<[a-zA-Z]");

    /** The keys that only some formats have a use for. */
    private static final Map<String, Set<SourceFormat>> FORMATS = formats();

    private final Origins origins;
    private final Problems problems;

    SourceChecks(Origins origins, Problems problems) {
        this.origins = origins;
        this.problems = problems;
    }

    void check(String path, Source source) {
        if (!problems.failed(path + ".format")) {
            FORMATS.forEach((key, formats) -> checkFormat(path + "." + key, formats, source.format()));
            if (source.format() == SourceFormat.FIXED_WIDTH && !origins.has(path + ".widths")) {
                problems.add(path + ".widths", origins.of(path), "Missing required " + path + ".widths");
            }
        }
        for (int i = 0; i < source.widths().size(); i++) {
            if (source.widths().get(i) < 1) {
                invalid(path + ".widths[" + i + "]", source.widths().get(i), "at least 1");
            }
        }
        if (source.delimiter().isEmpty()) {
            invalid(path + ".delimiter", "nothing", "one character or more");
        }
        checkCharacter(path + ".quote", source.quote());
        checkCharacter(path + ".escape", source.escape());
        if (!source.quote().isEmpty() && source.delimiter().contains(source.quote())) {
            invalid(path + ".delimiter", source.delimiter(), "something without the quote character");
        }
        checkColumnsFromPath(path + ".columns-from-path", source.columnsFromPath());
        checkPatterns(path + ".timestamp-formats", source.timestampFormats());
        checkPatterns(path + ".date-formats", source.dateFormats());
    }

    private static Map<String, Set<SourceFormat>> formats() {
        Map<String, Set<SourceFormat>> formats = new LinkedHashMap<>();
        for (String key : List.of("header", "delimiter", "quote", "escape")) {
            formats.put(key, EnumSet.of(SourceFormat.CSV));
        }
        formats.put("multi-line", EnumSet.of(SourceFormat.CSV, SourceFormat.JSON));
        formats.put("widths", EnumSet.of(SourceFormat.FIXED_WIDTH));
        formats.put("encoding", EnumSet.complementOf(EnumSet.of(SourceFormat.PARQUET)));
        return formats;
    }

    private void checkFormat(String path, Set<SourceFormat> formats, SourceFormat format) {
        if (origins.has(path) && !formats.contains(format)) {
            String only = Scalars.either(formats.stream().map(Scalars::name).toList());
            report(
                    path,
                    "Cannot use " + path + " with format " + Scalars.name(format) + ": it belongs to format " + only
                            + " alone");
        }
    }

    private void checkCharacter(String path, String text) {
        if (text.length() > 1) {
            invalid(path, text, "one character, or empty");
        }
    }

    private void checkColumnsFromPath(String path, @Nullable String regex) {
        if (regex == null) {
            return;
        }
        try {
            var unused = Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            invalid(path, regex, "a regular expression; " + e.getDescription() + " at character " + (e.getIndex() + 1));
            return;
        }
        if (!NAMED_GROUP.matcher(regex).find()) {
            invalid(path, regex, "a regular expression with a named group such as (?<station>[^/]+)");
        }
    }

    private void checkPatterns(String path, List<String> patterns) {
        for (int i = 0; i < patterns.size(); i++) {
            try {
                var unused = DateTimeFormatter.ofPattern(patterns.get(i), Locale.ROOT);
            } catch (IllegalArgumentException e) {
                invalid(path + "[" + i + "]", patterns.get(i), "a pattern such as yyyy-MM-dd; " + e.getMessage());
            }
        }
    }

    private void invalid(String path, Object value, String range) {
        report(path, "Invalid " + path + ": " + value + " (must be " + range + ")");
    }

    private void report(String path, String message) {
        if (!problems.failed(path)) {
            problems.add(path, origins.of(path), message);
        }
    }
}
