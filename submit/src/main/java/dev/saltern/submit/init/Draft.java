/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.init;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.saltern.submit.init.Drafted.DraftColumn;
import dev.saltern.submit.init.Drafted.DraftRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the files of a pipeline whose schema and rules were found in a file. */
final class Draft {
    /** The name of the one source. */
    private static final String SOURCE = "records";

    private static final String INDENT = "\n        ";

    private final String name;
    private final SampleFile sample;
    private final Drafted drafted;
    private final List<JsonNode> examples;

    /**
     * Prepares the files.
     *
     * @param examples a few rows of the file
     */
    Draft(String name, SampleFile sample, Drafted drafted, List<JsonNode> examples) {
        this.name = name;
        this.sample = sample;
        this.drafted = drafted;
        this.examples = examples;
    }

    /** Adds all files but the raw one. */
    Scaffold addTo(Scaffold scaffold) {
        scaffold.own("conf/pipelines/" + name + ".yaml", pipeline())
                .own("conf/schemas/" + name + ".ddl", schema())
                .own("conf/rules/tests/" + name + ".yaml", test());
        if (rules(DraftRule::isOfARow).findAny().isPresent()) {
            scaffold.own("conf/rules/" + name + ".dqdl", rowRules());
        }
        return scaffold;
    }

    private String pipeline() {
        return Templates.text("drafted.yaml", name)
                .replace("{{sample}}", sample.name().replaceAll("\\p{Cntrl}", " "))
                .replace("{{rows}}", Long.toString(drafted.rows()))
                .replace("{{partition}}", partition())
                .replace("{{format}}", format())
                .replace("{{rules}}", ruleKeys());
    }

    /** A column of the data must not be taken for the partition. */
    private String partition() {
        return Stream.of("dt", "day", "run_day")
                .filter(column -> drafted.columns().stream()
                        .noneMatch(known -> known.name().equalsIgnoreCase(column)))
                .findFirst()
                .orElse("saltern_day");
    }

    private String format() {
        String delimiter = sample.delimiter().equals("\t") ? "\"\\t\"" : "'" + sample.delimiter() + "'";
        return sample.format()
                + (sample.delimiter().equals(",") ? "" : "\n    delimiter: " + delimiter)
                + (sample.multiLine() ? "\n    multi-line: true                      # a cell may hold line ends" : "");
    }

    private String ruleKeys() {
        String rows = rules(DraftRule::isOfARow).findAny().isPresent()
                ? "\n      quarantine: rules/" + name
                        + ".dqdl      # a row that breaks one is set aside, with the reason"
                : "";
        String fail = Stream.concat(
                        Stream.of("RowCount > 0"),
                        rules(rule -> !rule.isOfARow() && !rule.type().equals("RowCount"))
                                .map(Draft::indented))
                .collect(Collectors.joining("," + INDENT));
        String warn = rules(rule -> rule.type().equals("RowCount"))
                .map(Draft::indented)
                .collect(Collectors.joining("," + INDENT));
        return rows + "\n      fail: |                               # what breaks one is not published" + INDENT + fail
                + (warn.isEmpty()
                        ? ""
                        : "\n      warn: |                               # what breaks one is told" + INDENT + warn);
    }

    private static String indented(DraftRule rule) {
        return rule.evidence() + INDENT + rule.rule().replace("\n", INDENT);
    }

    private String rowRules() {
        return "# What a single row must meet, as suggested by what "
                + sample.name().replaceAll("\\p{Cntrl}", " ")
                + " holds: a first draft, to be widened or narrowed.\n"
                + "# \"between\" leaves both ends out, as in AWS Glue. Their test: saltern rules test\nRules = [\n"
                + rules(DraftRule::isOfARow)
                        .map(rule -> "    " + rule.evidence() + "\n    " + rule.rule())
                        .collect(Collectors.joining(",\n"))
                + "\n]\n";
    }

    private String schema() {
        return drafted.columns().stream().map(DraftColumn::ddl).collect(Collectors.joining(",\n")) + "\n";
    }

    private Stream<DraftRule> rules(Predicate<DraftRule> wanted) {
        return drafted.rules().stream().filter(wanted);
    }

    private String test() {
        StringBuilder cases = new StringBuilder();
        for (int i = 0; i < examples.size(); i++) {
            cases.append("  - name: row ")
                    .append(i + 1)
                    .append(" of the sample\n    row: ")
                    .append(row(examples.get(i), ""))
                    .append("\n    expect: kept\n");
        }
        required()
                .ifPresent(column -> cases.append("  - name: a row without ")
                        .append(quoted(column).replaceAll("^\"|\"$", "").replace("\\", ""))
                        .append("\n    row: ")
                        .append(row(examples.get(0), column))
                        .append("\n    expect: {quarantined: {by: [")
                        .append(rules(rule -> rule.column().equals(column) && rule.isBrokenByNull())
                                .map(rule -> quoted(rule.rule()))
                                .collect(Collectors.joining(", ")))
                        .append("]}}\n"));
        return Templates.text("drafted-test.yaml", name).replace("{{source}}", SOURCE) + cases;
    }

    /** Returns a column without which a row is set aside. */
    private Optional<String> required() {
        return examples.isEmpty()
                ? Optional.empty()
                : rules(rule -> rule.type().equals("IsComplete"))
                        .map(DraftRule::column)
                        .findFirst();
    }

    private String row(JsonNode example, String without) {
        return example.properties().stream()
                .filter(cell -> !cell.getValue().isNull() && !cell.getKey().equals(without))
                .filter(cell -> drafted.columns().stream()
                        .anyMatch(column -> column.name().equals(cell.getKey())))
                .map(Draft::cell)
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String cell(Map.Entry<String, JsonNode> cell) {
        JsonNode value = cell.getValue();
        return quoted(cell.getKey()) + ": " + quoted(value.isValueNode() ? value.asText() : value.toString());
    }

    /** A text in JSON is one in YAML as well. */
    private static String quoted(String text) {
        return TextNode.valueOf(text).toString();
    }
}
