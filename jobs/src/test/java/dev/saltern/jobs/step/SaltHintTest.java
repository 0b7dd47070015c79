/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.conf.Problem;
import dev.saltern.conf.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SaltHintTest {
    private static SqlQuery query(String sql) {
        return SqlQuery.parse(new Text(sql, "pipelines/p.yaml", 7, 5));
    }

    @Test
    void everyHintIsRefusedAtItsPlaceAndTheJoinStepIsNamed() {
        SqlQuery query = query("""
                WITH busy AS (SELECT /*+ salt(a) */ a.k FROM a JOIN b ON a.k = b.k)
                SELECT /*+ BROADCAST(c), SALT(busy) */ k
                FROM busy JOIN c USING (k)
                WHERE k IN (SELECT /*+ Salt(d) */ d.k FROM d JOIN e ON d.k = e.k)
                """);

        assertThat(query.saltHints())
                .extracting(problem ->
                        problem.origin().line() + ":" + problem.origin().column())
                .containsExactlyInAnyOrder("7:26", "8:12", "10:24");
        assertThat(query.saltHints())
                .extracting(Problem::message)
                .containsOnly("Cannot take hint SALT in SQL: the keys of a join within SQL are not measured. Write the"
                        + " join as a step of its own, such as {name: joined, join: {left: a, right: b, on: [k],"
                        + " skew: auto}}, and name that step in the SQL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT /*+ BROADCAST(a) */ a.k FROM a JOIN b USING (k)",
                "SELECT /* SALT(a) */ salt(k) AS salt FROM salt -- +SALT(a)",
                "SELECT '/*+ SALT(a) */' AS text FROM a"
            })
    void otherHintsCommentsAndTextsAreLeftAlone(String sql) {
        assertThat(query(sql).saltHints()).isEmpty();
    }
}
