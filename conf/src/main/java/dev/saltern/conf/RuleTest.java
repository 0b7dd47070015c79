/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A test of rules: rows in, and what must become of them.
 *
 * @param pipeline the pipeline whose rules are tested, or null where the rules stand here
 * @param on its source or output that the rules are about; null where the rules stand here
 * @param schema the columns as Spark DDL; null where a pipeline says them
 * @param rules the rules; null where a pipeline says them
 * @param now what now() is, ISO 8601; null for the time of the test
 * @param rows the rows as CSV with a header, or null
 * @param expect what becomes of each of the rows, in their order; empty if only the outcomes count
 * @param cases rows, each with what becomes of it
 * @param outcomes what rules say of all rows
 */
public record RuleTest(
        @Key(doc = "What is tested, in one sentence.") @Nullable
        String description,

        @Key(doc = "The pipeline whose rules are tested, by name.") @Nullable
        String pipeline,

        @Key(doc = "The source or output of the pipeline that the rules are about.") @Nullable
        String on,

        @Key(doc = "The columns as Spark DDL, or a .ddl file, where the test names no pipeline.", file = ".ddl")
        @Nullable
        Text schema,

        @Key(doc = "The rules, where the test names no pipeline.") @Nullable
        Rules rules,

        @Key(doc = "What now() is, such as 2026-01-31T12:00:00Z; the time of the test if left out.") @Nullable
        String now,

        @Key(
                doc =
                        "Rows as CSV with a header, or a .csv file; an empty cell is NULL, the empty text stands in quotes.",
                file = ".csv")
        @Nullable
        Text rows,

        @Key(doc = "What becomes of each of the rows, in their order; left out where only outcomes are tested.")
        List<RowFate> expect,

        @Key(doc = "Rows, each with what becomes of it; they stand after those of rows.")
        List<RuleCase> cases,

        @Key(doc = "What rules say of all rows.") List<ExpectedOutcome> outcomes) {
    public RuleTest {
        expect = List.copyOf(expect);
        cases = List.copyOf(cases);
        outcomes = List.copyOf(outcomes);
    }
}
