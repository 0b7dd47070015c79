/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** The tables of {@link LateFiles} as readers get them. */
final class LateTables {
    private LateTables() {}

    /** Asserts that the tables are those that all raw files together give, and that every raw row is in exactly one of them. */
    static void assertLike(LateFiles files, Saltern saltern, String story) {
        assertThat(rows(saltern, "SELECT concat_ws('|', dt, n, total) AS a FROM late_sums"))
                .as(story)
                .isEqualTo(files.sums());
        assertThat(rows(saltern, "SELECT concat_ws('|', dt, id) AS a FROM late_rows"))
                .as(story)
                .isEqualTo(files.rows());
        assertThat(rows(
                        saltern,
                        "SELECT concat_ws('|', dt, substring_index(original, ',', 1)) AS a FROM late_quarantine"))
                .as(story)
                .isEqualTo(files.setAside());
    }

    /** Returns the column {@code a} of a query, sorted. */
    static List<String> rows(Saltern saltern, String sql) {
        return saltern.query(sql).stream().map(row -> row.get("a")).sorted().toList();
    }
}
