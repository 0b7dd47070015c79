/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.init;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The schema and the rules of a source, by the profile that the job makes of its file.
 *
 * @param rows how many rows were profiled
 * @param columns in their order
 * @param rules the suggested ones that fit the columns
 */
record Drafted(long rows, List<DraftColumn> columns, List<DraftRule> rules) {
    /** Spark's name for the text of a line that it could not read. */
    private static final String CORRUPT = "_corrupt_record";
    /** Shapes of text that are ISO 8601, where letters stand for T and Z. */
    private static final Pattern DAY = Pattern.compile("9999-99-99");

    private static final Pattern MOMENT = Pattern.compile("9999-99-99A99:99:99(\\.9+)?A?");

    Drafted {
        columns = List.copyOf(columns);
        rules = List.copyOf(rules);
    }

    /**
     * A column.
     *
     * @param name as in the file
     * @param type as DDL writes it
     * @param retyped whether it is text in the file, so that rules about text do not fit it
     */
    record DraftColumn(String name, String type, boolean retyped) {
        private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

        String ddl() {
            return (PLAIN.matcher(name).matches() ? name : "`" + name.replace("`", "``") + "`") + " " + type;
        }
    }

    /**
     * A suggested rule.
     *
     * @param evidence why it is suggested
     * @param rule its text
     * @param column the first column that it names, or the empty text
     */
    record DraftRule(String evidence, String rule, String column) {
        private static final Set<String> OF_A_ROW = Set.of("IsComplete", "ColumnValues", "ColumnLength");
        private static final Pattern FIRST_COLUMN =
                Pattern.compile("\\w+ \"((?:[^\"\\\\]|\\\\.)*)\".*", Pattern.DOTALL);

        static DraftRule of(String text) {
            int end = text.indexOf('\n');
            String rule = text.substring(end + 1);
            Matcher column = FIRST_COLUMN.matcher(rule);
            String name = column.matches() ? column.group(1).replaceAll("\\\\(.)", "$1") : "";
            return new DraftRule(text.substring(0, Math.max(0, end)), rule, name);
        }

        String type() {
            return rule.split("[ \n]", 2)[0];
        }

        /** Returns whether a single row keeps or breaks it: such a row can be set aside. */
        boolean isOfARow() {
            return OF_A_ROW.contains(type()) && !rule.contains(" with threshold ");
        }

        /** Returns whether a row breaks it that has nothing in its column. */
        boolean isBrokenByNull() {
            return isOfARow() && !rule.contains(" IS NOT NULL");
        }
    }

    /** Reads the answer of {@code saltern profile --json}. */
    static Drafted of(JsonNode answer, String format) {
        List<DraftColumn> columns = new ArrayList<>();
        for (JsonNode column : answer.at("/profile/columns")) {
            if (!column.path("name").asText().equals(CORRUPT)) {
                columns.add(column(column, format));
            }
        }
        List<DraftRule> rules = new ArrayList<>();
        for (JsonNode text : answer.path("suggestedRules")) {
            DraftRule rule = DraftRule.of(text.asText());
            boolean fits = columns.stream()
                    .filter(column -> column.name().equals(rule.column()))
                    .noneMatch(column -> column.retyped() && !rule.type().equals("IsComplete"));
            if (fits && !rule.column().equals(CORRUPT)) {
                rules.add(rule);
            }
        }
        return new Drafted(answer.at("/profile/provenance/rows").asLong(), columns, rules);
    }

    private static DraftColumn column(JsonNode column, String format) {
        String name = column.path("name").asText();
        String type = column.path("type").asText();
        JsonNode patterns = column.at("/text/patterns");
        String shape = patterns.size() == 1 ? patterns.at("/0/value").asText() : "";
        if (type.equals("string") && DAY.matcher(shape).matches()) {
            return new DraftColumn(name, "DATE", true);
        }
        if (type.equals("string") && MOMENT.matcher(shape).matches()) {
            return new DraftColumn(name, "TIMESTAMP", true);
        }
        if (format.equals("csv") && type.equals("int")) {
            // The next file may hold larger numbers; in CSV they cost nothing.
            return new DraftColumn(name, "BIGINT", false);
        }
        return new DraftColumn(name, type.contains("<") ? type : type.toUpperCase(Locale.ROOT), false);
    }
}
