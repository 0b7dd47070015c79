/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.dqdl;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What a parameter of a rule means. */
public enum ParameterKind {
    /** A column of the checked table. */
    COLUMN("column"),
    /** Columns of the checked table, separated by commas. */
    COLUMN_LIST("columns separated by commas"),
    /** The name of a column that need not exist. */
    COLUMN_NAME("name of a column"),
    /** Another table. */
    DATASET("other table"),
    /** Another table, a point, and one column or columns in braces: {@code ref.id}, {@code ref.{x,y}}. */
    REFERENCE("other table and its columns, such as ref.{x,y}"),
    /** Pairs of columns that belong together, {@code own->other}, separated by commas; one name stands for both. */
    KEY_MAPPING("pairs of columns such as id->ref_id"),
    /** A SQL statement. */
    SQL("SQL statement"),
    /** A Java regular expression. */
    PATTERN("regular expression"),
    /** An aggregate of a column: {@code sum(a)}, {@code avg(ref.b)}. */
    AGGREGATE("aggregate such as sum(a)"),
    /** A file or a folder. */
    PATH("file or folder"),
    /** The name of a rule type whose number is watched. */
    METRIC("metric such as RowCount");

    private final String doc;

    ParameterKind(String doc) {
        this.doc = doc;
    }

    /** Returns what must stand there, as one phrase without an article. */
    public String doc() {
        return doc;
    }

    /** Returns the columns of the checked table that a parameter of this kind names. */
    List<String> columns(String text) {
        return switch (this) {
            case COLUMN -> List.of(text);
            case COLUMN_LIST -> list(text).toList();
            case KEY_MAPPING ->
                list(text)
                        .map(pair -> pair.contains("->")
                                ? pair.substring(0, pair.indexOf("->")).strip()
                                : pair)
                        .toList();
            case COLUMN_NAME, DATASET, REFERENCE, SQL, PATTERN, AGGREGATE, PATH, METRIC -> List.of();
        };
    }

    private static Stream<String> list(String text) {
        return Arrays.stream(text.split(",", -1)).map(String::strip);
    }
}
