/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.jobs.TestSession;
import dev.saltern.jobs.search.BulkLines;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionTest {
    @TempDir
    private Path folder;

    private final SparkSession session = TestSession.session().newSession();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WITH x AS (SELECT 1) INSERT INTO t SELECT * FROM x",
                "FROM t INSERT OVERWRITE DIRECTORY '%s' USING parquet SELECT *",
                "FROM t INSERT INTO t SELECT * INSERT INTO u SELECT *"
            })
    void whatWritesIsRefusedWhereverItStands(String sql) {
        session.sql("SELECT 1 AS a").createOrReplaceTempView("t");
        assertThatThrownBy(() -> ask(sql.formatted(folder.resolve("written")), Question.Form.TEXT))
                .hasMessage("Cannot run this SQL: it writes (must be a query; tables are written by runs)");
        assertThat(folder.resolve("written")).doesNotExist();
    }

    @Test
    void statementsThatTellAreAnswered() {
        assertThat(ask("DESCRIBE QUERY SELECT 1 AS a", Question.Form.CSV)).contains("a,int,");
    }

    @Test
    void jsonSaysWhatIsNull() {
        assertThat(ask("SELECT 1 AS a, CAST(NULL AS INT) AS b", Question.Form.JSON))
                .contains("{\"a\":1,\"b\":null}");
    }

    @Test
    void bulkLinesNameTheDocumentByItsKeys() {
        StringWriter out = new StringWriter();
        Question question = new Question(session, "saltern");
        String sql = "SELECT '2026-01-31' AS dt, 7 AS n, CAST(NULL AS INT) AS b";
        question.answer(sql, new BulkLines("daily", List.of("dt", "n")), new PrintWriter(out));
        assertThat(out.toString()).isEqualTo("""
                {"index":{"_index":"daily","_id":"2026-01-31|7"}}
                {"dt":"2026-01-31","n":7,"b":null}
                """);
        assertThatThrownBy(() -> question.answer(sql, new BulkLines("daily", List.of("day")), new PrintWriter(out)))
                .hasMessage("Invalid --id: day (must be a column of the answer: dt, n, b)");
    }

    @Test
    void failureOnTheWayIsTheQueries() {
        assertThatThrownBy(() -> ask("SELECT raise_error('bad row')", Question.Form.TEXT))
                .isInstanceOfSatisfying(
                        SalternException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.STEP_FAILED))
                .hasMessageMatching("Cannot answer the query: (Spark)?RuntimeException: .*bad row.*");
    }

    private String ask(String sql, Question.Form form) {
        StringWriter out = new StringWriter();
        new Question(session, "saltern").answer(sql, form, new PrintWriter(out));
        return out.toString();
    }
}
