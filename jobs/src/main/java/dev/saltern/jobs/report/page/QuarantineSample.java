/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.report.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows that a run set aside, some of each reason.
 *
 * @param table the table that holds all of them
 * @param rows how many there are
 * @param reasons by source and the first rule that a row breaks; the most frequent first
 * @param whole whether every row was looked at; if not, the counts of the reasons are those of the files that were
 */
public record QuarantineSample(String table, long rows, List<Reason> reasons, boolean whole) {
    /** The most rows that are shown of a reason. */
    public static final int MAX_ROWS = 50;
    /** The most characters of a row's original text that are shown. */
    public static final int MAX_TEXT = 2_000;

    /** Copies the list. */
    public QuarantineSample {
        reasons = List.copyOf(reasons);
    }

    /**
     * The rows of a source that break the same rule first.
     *
     * @param source the source or the output
     * @param rule the rule, as the quarantine table names it
     * @param rows how many there are
     * @param sample some of them, ordered by file and line
     */
    public record Reason(String source, String rule, long rows, List<SampleRow> sample) {
        /** Copies the list. */
        public Reason {
            sample = List.copyOf(sample);
        }
    }

    /**
     * A row as it was found.
     *
     * @param file the raw file; null for a row of an output
     * @param line its line there
     * @param original its text, cut after {@link #MAX_TEXT} characters
     * @param cut whether it was cut
     * @param reasons what is wrong with it
     */
    public record SampleRow(
            @Nullable String file, @Nullable Long line, String original, boolean cut, List<String> reasons) {
        /** Copies the list. */
        public SampleRow {
            reasons = List.copyOf(reasons);
        }
    }
}
