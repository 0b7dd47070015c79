/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.dqdl;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes the page of all rule types from their table. */
final class RuleReference {
    private final StringBuilder page = new StringBuilder();

    private RuleReference() {}

    /**
     * Returns the page in Markdown.
     *
     * @param introduction what stands before the rule types
     * @param end what stands after them
     */
    static String of(String introduction, String end) {
        RuleReference reference = new RuleReference();
        reference.page.append(introduction).append('\n');
        reference.index();
        for (Lane lane : Lane.values()) {
            reference.lane(lane);
        }
        reference.analyzers();
        reference.page.append('\n').append(end);
        return reference.page.toString();
    }

    private void index() {
        page.append(
                "## Rule types\n\n| Lane | What it reads | Cost beyond the write | Rule types |\n| --- | --- | --- | --- |\n");
        for (Lane lane : Lane.values()) {
            String types = types(lane).stream()
                    .map(type -> "[" + type.label() + "](#" + anchor(type) + ")")
                    .collect(Collectors.joining(", "));
            row(title(lane), lane.doc(), cost(lane), types);
        }
    }

    private void lane(Lane lane) {
        page.append("\n## ")
                .append(title(lane))
                .append("\n\n")
                .append(cost(lane))
                .append(".\n");
        types(lane).forEach(this::type);
    }

    private void type(RuleType type) {
        page.append("\n### ").append(type.label()).append("\n\n");
        page.append(type.doc()).append('.');
        if (type.extension()) {
            page.append(" *An extension: AWS Glue does not know it.*");
        }
        page.append("\n\n```\n").append(type.example()).append("\n```\n\n| | |\n| --- | --- |\n");
        row("Parameters", parameters(type));
        if (type.shape() != ConditionShape.NONE) {
            row("Condition", "on " + type.shape().doc() + (type.conditionOptional() ? "; may be left out" : ""));
        }
        String clauses = clauses(type);
        if (!clauses.isEmpty()) {
            row("Clauses", clauses);
        }
        if (type.isAnalyzer()) {
            row("Analyzer", "yes");
        }
        type.differs().ifPresent(text -> row("Deequ's open-source engine", text + "."));
    }

    private void analyzers() {
        page.append("\n## Analyzers\n\n")
                .append(
                        "A number that is computed and kept for later runs without a claim about it. These types can be one: ")
                .append(String.join(", ", RuleType.analyzerLabels()))
                .append(".\n");
        Arrays.stream(RuleType.values()).filter(type -> !type.isRule()).forEach(this::type);
    }

    private static String parameters(RuleType type) {
        List<ParameterKind> kinds = type.parameterKinds();
        if (kinds.isEmpty()) {
            return "none";
        }
        String named = kinds.stream().map(ParameterKind::doc).collect(Collectors.joining(", "));
        boolean any = type.maxParameters() == Integer.MAX_VALUE;
        if (type.minParameters() == type.maxParameters()) {
            return named;
        }
        String count = any
                ? type.minParameters() + " or more"
                : "from " + type.minParameters() + " to " + type.maxParameters();
        return named + " (" + count + ")";
    }

    private static String clauses(RuleType type) {
        String where = type.takesWhere() ? "`where`" : "";
        String threshold = type.takesThreshold() ? "`with threshold`" : "";
        String tags = type.tags().stream().map(tag -> "`with " + tag + "`").collect(Collectors.joining(", "));
        return List.of(where, threshold, tags).stream()
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static List<RuleType> types(Lane lane) {
        return Arrays.stream(RuleType.values())
                .filter(type -> type.isRule() && type.lane() == lane)
                .toList();
    }

    private static String title(Lane lane) {
        return switch (lane) {
            case ROW -> "Rows";
            case AGGREGATE -> "Aggregates";
            case SCHEMA -> "Schema";
            case SHUFFLE -> "Equal keys";
            case OTHER_DATA -> "Other data";
            case HISTORY -> "History";
            case FILES -> "Files";
        };
    }

    private static String cost(Lane lane) {
        return switch (lane) {
            case ROW ->
                "Nothing where the footers or dictionaries of the written files prove the rule, or where it takes rows"
                        + " out while they are written; else one pass over the columns named, shared by all";
            case AGGREGATE -> "Nothing where the footers prove the rule; else a share of the same pass";
            case SCHEMA -> "Nothing";
            case SHUFFLE ->
                "Nothing where the step before grouped by the columns; else one grouping for each distinct set of columns";
            case OTHER_DATA -> "A join, or the SQL of the rule";
            case HISTORY -> "A small file, and what the watched metric costs";
            case FILES -> "A listing; contents are read for checksums only";
        };
    }

    private static String anchor(RuleType type) {
        return type.label().toLowerCase(Locale.ROOT);
    }

    private void row(String... cells) {
        page.append(Arrays.stream(cells)
                .map(cell -> cell.replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |\n")));
    }
}
