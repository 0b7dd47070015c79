/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage;

import dev.saltern.conf.Source;
import dev.saltern.conf.SourceFormat;
import dev.saltern.jobs.stage.read.PathColumns;
import dev.saltern.jobs.stage.read.RawColumns;
import dev.saltern.jobs.stage.read.ReadableTypes;
import dev.saltern.jobs.stage.read.TimeFormats;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** What is wrong with a source and its columns, found before anything is read. */
final class SourceProblems {
    private static final Set<String> RESERVED =
            Set.of(Verdict.COLUMN, StagedRows.IDS, StagedRows.REASONS, StagedRows.DAY, StagedRows.LATE);

    private final Source source;
    private final List<String> fromPath;
    private final List<String> problems = new ArrayList<>();

    private SourceProblems(Source source) {
        this.source = source;
        this.fromPath = PathColumns.of(source.columnsFromPath()).names();
    }

    /** Returns the problems in the order of the columns, then of the keys. */
    static List<String> of(Source source, StructType data) {
        SourceProblems found = new SourceProblems(source);
        found.checkNames(data);
        if (source.format() != SourceFormat.PARQUET) {
            found.checkTypes(data);
        }
        if (source.format() == SourceFormat.CSV) {
            found.checkDialect();
        }
        if (source.format() == SourceFormat.FIXED_WIDTH) {
            found.checkWidths(data);
        }
        found.checkPatterns("timestamp-formats", source.timestampFormats());
        found.checkPatterns("date-formats", source.dateFormats());
        return found.problems;
    }

    private void checkNames(StructType data) {
        Set<String> seen = new HashSet<>();
        for (StructField field : data.fields()) {
            String name = field.name().toLowerCase(Locale.ROOT);
            if (RawColumns.reserves(name) || RESERVED.contains(name) || name.startsWith("_saltern")) {
                problems.add("Invalid column: " + field.name() + " (must not be a name that staging uses itself)");
            }
            if (!seen.add(name)) {
                problems.add("Invalid column: " + field.name() + " (must not stand twice)");
            }
        }
    }

    private void checkTypes(StructType data) {
        for (StructField field : data.fields()) {
            boolean nested = source.format() == SourceFormat.JSON && !fromPath.contains(field.name());
            if (!ReadableTypes.include(field.dataType(), nested)) {
                String range =
                        nested ? "a type that JSON can hold" : "a scalar type, as its value is the text of a cell";
                problems.add("Invalid type of column " + field.name() + ": "
                        + field.dataType().sql() + " (must be " + range + ")");
            }
        }
    }

    private void checkDialect() {
        if (source.delimiter().isEmpty()) {
            problems.add("Missing required delimiter");
        }
        checkOneCharacter("quote", source.quote());
        checkOneCharacter("escape", source.escape());
    }

    private void checkOneCharacter(String key, String value) {
        if (value.length() > 1 || (value.length() == 1 && value.charAt(0) > 127)) {
            problems.add("Invalid " + key + ": " + value + " (must be one ASCII character, or empty)");
        }
    }

    private void checkWidths(StructType data) {
        long columns = List.of(data.fieldNames()).stream()
                .filter(name -> !fromPath.contains(name))
                .count();
        if (source.widths().size() != columns || source.widths().stream().anyMatch(width -> width < 1)) {
            problems.add("Invalid widths: " + source.widths() + " (must be " + columns
                    + " numbers of at least 1, one for each column of the schema that does not come from the path)");
        }
    }

    private void checkPatterns(String key, List<String> patterns) {
        for (String pattern : patterns) {
            TimeFormats.problem(pattern)
                    .ifPresent(problem -> problems.add("Invalid " + key + ": " + pattern
                            + " (must be a pattern of dates and times: " + problem + ")"));
        }
    }
}
