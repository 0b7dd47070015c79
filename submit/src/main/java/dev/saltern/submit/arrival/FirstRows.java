/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.arrival;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.saltern.conf.Source;
import dev.saltern.conf.SourceFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The first rows of a text file against the schema of its source: refused is a file none of whose first rows fits. */
final class FirstRows {
    private static final int ROWS = 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Source source;
    private final List<DeclaredColumn> columns;

    FirstRows(Source source) {
        this.source = source;
        this.columns = DeclaredColumn.of(source.schema().text());
    }

    /** Returns why the text cannot be of the source, or empty if it can. */
    Optional<String> problem(String text) {
        if (text.isBlank()) {
            return Optional.of("no row in the first bytes");
        }
        if (source.format() == SourceFormat.JSON) {
            return source.multiLine() ? document(text) : json(text);
        }
        if (source.format() == SourceFormat.FIXED_WIDTH) {
            int width = source.widths().stream().mapToInt(Integer::intValue).sum();
            int last = source.widths().get(source.widths().size() - 1);
            return lines(text).stream().anyMatch(line -> line.length() > width - last)
                    ? Optional.empty()
                    : Optional.of("none of the first rows is " + width + " characters wide");
        }
        return csv(text);
    }

    private static Optional<String> document(String text) {
        char first = text.strip().charAt(0);
        return first == '[' || first == '{'
                ? Optional.empty()
                : Optional.of("it begins with " + first + ", which begins no JSON value");
    }

    private Optional<String> json(String text) {
        String why = "";
        for (String line : lines(text)) {
            try {
                JsonNode row = JSON.readTree(line);
                Optional<DeclaredColumn> missing = columns.stream()
                        .filter(column -> column.required() && !row.hasNonNull(column.name()))
                        .findFirst();
                if (row.isObject() && missing.isEmpty()) {
                    return Optional.empty();
                }
                why = row.isObject()
                        ? "it has no \"" + missing.map(DeclaredColumn::name).orElse("") + "\""
                        : "it is no object";
            } catch (JsonProcessingException e) {
                why = "it is no JSON";
            }
        }
        return Optional.of("none of the first rows fits; of the last of them " + why);
    }

    private Optional<String> csv(String text) {
        List<String> lines = lines(text);
        List<String> names = columns.stream().map(DeclaredColumn::name).toList();
        if (source.header()) {
            List<String> header =
                    cells(lines.get(0)).stream().map(String::strip).toList();
            Optional<String> missing = columns.stream()
                    .filter(column -> column.required() || source.missingColumns() == Source.MissingColumns.FAIL)
                    .map(DeclaredColumn::name)
                    .filter(name -> !header.contains(name) && !isFromPath(name))
                    .findFirst();
            if (missing.isPresent()) {
                return Optional.of("its first line names no column \"" + missing.get() + "\"");
            }
            lines = lines.subList(1, lines.size());
            names = header;
        }
        List<String> found = names;
        boolean anyFits =
                lines.isEmpty() || source.multiLine() || lines.stream().anyMatch(line -> fits(found, cells(line)));
        return anyFits ? Optional.empty() : Optional.of("none of the first rows has values of the declared types");
    }

    private boolean isFromPath(String name) {
        String regex = source.columnsFromPath();
        return regex != null && regex.contains("(?<" + name + ">");
    }

    private boolean fits(List<String> names, List<String> cells) {
        if (cells.size() != names.size()) {
            return false;
        }
        for (DeclaredColumn column : columns) {
            int at = names.indexOf(column.name());
            String cell = at < 0 ? "" : cells.get(at).strip();
            boolean isNull = cell.isEmpty() || source.nullTokens().contains(cell);
            boolean formatted = !source.dateFormats().isEmpty() && column.type().equals("DATE");
            if (isNull ? column.required() && at >= 0 : !formatted && !column.fits(cell)) {
                return false;
            }
        }
        return true;
    }

    /** Splits at the delimiters outside of quotes. */
    private List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        char quote = source.quote().isEmpty() ? '\0' : source.quote().charAt(0);
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == quote && quote != '\0') {
                quoted = !quoted;
            } else if (!quoted && line.startsWith(source.delimiter(), i)) {
                cells.add(cell.toString());
                cell.setLength(0);
                i += source.delimiter().length() - 1;
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    private static List<String> lines(String text) {
        return text.lines().filter(line -> !line.isBlank()).limit(ROWS + 1L).toList();
    }
}
