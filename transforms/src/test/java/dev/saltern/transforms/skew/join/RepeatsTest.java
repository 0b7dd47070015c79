/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.join;

import static dev.saltern.transforms.Tables.sql;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepeatsTest {

    private static final String DECIMAL = "CAST(id AS DECIMAL(9, 2))";

    private static Repeats grouped(String measure) {
        return Repeats.of(sql("SELECT id % 3 AS k, " + measure + " AS v FROM range(9) GROUP BY 1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rand()", "uuid()", "shuffle(array(id, 1))", "monotonically_increasing_id()"})
    void randomExpressionsGiveOtherRows(String expression) {
        Repeats repeats = Repeats.of(sql("SELECT id AS k, " + expression + " AS v FROM range(9)"));

        assertThat(repeats.rows())
                .isEqualTo("a side may have other rows when it is read again (random expression)."
                        + " Write it to a table first");
        assertThat(repeats.values()).isEqualTo(repeats.rows());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT id FROM range(9) LIMIT 3",
                "SELECT * FROM (SELECT id FROM range(9)) TABLESAMPLE (50 PERCENT)"
            })
    void takingSomeGivesOtherRows(String query) {
        assertThat(Repeats.of(sql(query)).rows()).contains("(limit or sample)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "collect_list(id)",
                "collect_set(id)",
                "first(id)",
                "any_value(id)",
                "max_by(id, id % 2)",
                "mode(id)",
                "sum(id / 3)",
                "avg(id / 3)",
                "stddev(id)",
                "percentile_approx(id, 0.5)",
                "sum(DISTINCT id / 3)"
            })
    void aggregatesThatFollowTheOrderOfRowsGiveOtherValues(String measure) {
        assertThat(grouped(measure).rows()).isNull();
        assertThat(grouped(measure).values())
                .endsWith(" follows the order in which rows come). Write it to a table first");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "count(*)",
                "min(id)",
                "max(id / 3)",
                "sum(id)",
                "avg(int(id))",
                "avg(" + DECIMAL + ")",
                "sum(" + DECIMAL + ")",
                "count(DISTINCT id)",
                "bool_or(id > 3)",
                "percentile(id, 0.5)",
                "approx_count_distinct(id)"
            })
    void othersGiveTheSame(String measure) {
        assertThat(grouped(measure)).isEqualTo(new Repeats(null, null));
    }

    @Test
    void aWindowIsAsGoodAsItsOrder() {
        String query = "SELECT id, sum(id / 3) OVER (PARTITION BY id %% 2 %s) AS v FROM range(9)";

        assertThat(Repeats.of(sql(query.formatted("ORDER BY id"))).values()).isNull();
        assertThat(Repeats.of(sql(query.formatted(""))).values()).contains("(sum follows");
    }
}
