/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.jobs.TestSession;
import dev.saltern.quality.Action;
import dev.saltern.quality.Evidence;
import dev.saltern.quality.FiledRule;
import dev.saltern.quality.KnownKeys;
import dev.saltern.quality.ProvenBy;
import dev.saltern.quality.RuleBook;
import dev.saltern.quality.RuleResult;
import dev.saltern.quality.RuleSetting;
import dev.saltern.quality.dqdl.Dqdl;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CheckedWriteTest {
    private static final SparkSession SPARK = TestSession.session();

    private static final String DIRTY = "VALUES (1, 5.0, 'a', '2024-01-01'), (2, NULL, 'a', '2024-01-01'),"
            + " (3, 99.0, 'b', '2024-01-02'), (4, 7.0, 'test', '2024-01-02'), (5, NULL, 'test', '2024-01-02'),"
            + " (6, 8.0, 'b', '2024-01-03') AS t(id, v, kind, dt)";
    private static final String CLEAN =
            "VALUES (1, 5.0, 'a', '2024-01-01'), (6, 8.0, 'b', '2024-01-03') AS t(id, v, kind, dt)";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void everyPlanKeepsTheSameRowsAndFindsTheSame(WritePlan plan) {
        Dataset<Row> rows = SPARK.sql("SELECT * FROM " + DIRTY);
        Written written = write(rows, plan, List.of("dt"));

        assertThat(written.kept()
                        .orderBy("id")
                        .select("id", "dt")
                        .collectAsList()
                        .toString())
                .isEqualTo("[[1,2024-01-01], [6,2024-01-03]]");
        assertThat(written.quarantined()
                        .orElseThrow()
                        .orderBy("id")
                        .select("id", "dt")
                        .collectAsList()
                        .toString())
                .isEqualTo("[[2,2024-01-01], [3,2024-01-02], [5,2024-01-02]]");
        assertThat(written)
                .extracting(Written::rows, Written::quarantinedRows, Written::droppedRows)
                .containsExactly(2L, 3L, 1L);
        assertThat(written.results())
                .extracting(RuleResult::message)
                .containsExactly(
                        "RowCount > 1 passed: column *, observed Dataset.*.RowCount 2, required > 1, 0 of 2 rows bad",
                        "IsComplete \"v\" failed: column v, observed Column.v.Completeness 0.6666666666666667, required"
                                + " not NULL, 2 of 6 rows bad, such as v=NULL",
                        "ColumnValues \"v\" < 50 failed: column v, observed Column.v.ColumnValues.Compliance 0.5,"
                                + " required < 50, 3 of 6 rows bad, such as v=99.0; v=NULL",
                        "ColumnValues \"kind\" != \"test\" failed: column kind, observed"
                                + " Column.kind.ColumnValues.Compliance 0.6666666666666667, required != \"test\","
                                + " 2 of 6 rows bad, such as kind=\"test\"",
                        "IsUnique \"id\" passed: column id, observed Column.id.Uniqueness 1, required unique, 0 of 2"
                                + " rows bad");
    }

    @ParameterizedTest
    @EnumSource
    void rowsThatAnotherTableDoesNotKnowAreTakenOut(WritePlan plan) {
        Dataset<Row> rows = SPARK.sql("SELECT * FROM " + DIRTY);
        Dataset<Row> known = SPARK.sql("SELECT * FROM VALUES ('a'), ('b') AS t(kind)");
        List<FiledRule> rules = new ArrayList<>();
        add(rules, Action.QUARANTINE, "ReferentialIntegrity \"kind\" \"known.kind\" = 1.0");
        RuleSetting setting = RuleSetting.at(Instant.EPOCH).withDatasets(Map.of("known", known.schema()));
        RuleBook book = RuleBook.compile(rules, rows.schema(), setting);

        Written written = new CheckedWrite(
                        book, rows.schema(), TableLayout.of(List.of("dt")), plan, Evidence.of(Map.of("known", known)))
                .write(rows, folder.resolve("known-" + plan).toString());

        assertThat(written.quarantined()
                        .orElseThrow()
                        .select("id")
                        .orderBy("id")
                        .collectAsList()
                        .toString())
                .isEqualTo("[[4], [5]]");
        assertThat(written.results())
                .singleElement()
                .satisfies(result -> assertThat(result.badRows()).isEqualTo(2));
    }

    @ParameterizedTest
    @EnumSource
    void cleanRowsComeOutTheSame(WritePlan plan) {
        Written written = write(SPARK.sql("SELECT * FROM " + CLEAN), plan, List.of());

        assertThat(written.kept().count()).isEqualTo(2);
        assertThat(written.quarantined()).isEmpty();
        assertThat(written.results()).allMatch(result -> result.badRows() == 0);
    }

    @ParameterizedTest
    @EnumSource
    void tableOfNoRowsIsATable(WritePlan plan) {
        Written written = write(SPARK.sql("SELECT * FROM " + CLEAN + " WHERE id < 0"), plan, List.of("dt"));

        assertThat(written.kept().count()).isZero();
        assertThat(written.total()).isZero();
    }

    @Test
    void rowsThatAreAllBadLeaveAnEmptyTable() {
        Dataset<Row> rows = SPARK.sql("SELECT id, CAST(NULL AS DOUBLE) v, kind, dt FROM " + CLEAN);

        for (WritePlan plan : WritePlan.values()) {
            Written written = write(rows, plan, List.of());
            assertThat(written.kept().count()).isZero();
            assertThat(written.quarantinedRows()).isEqualTo(2);
        }
    }

    @Test
    void cleanDayThatIsWrittenFirstIsProvenWithoutAPassOverTheRows() {
        Dataset<Row> rows = SPARK.sql("SELECT id, max(1.5D) v, max(IF(id % 2 = 0, 'a', 'b')) kind, max('2024-01-01') dt"
                + " FROM range(500) GROUP BY id");

        assertThat(write(rows, WritePlan.WRITE_FIRST, List.of("dt")).results())
                .extracting(RuleResult::provenBy)
                .containsExactly(
                        ProvenBy.FOOTERS,
                        ProvenBy.FOOTERS,
                        ProvenBy.FOOTERS,
                        ProvenBy.DICTIONARIES,
                        ProvenBy.GROUPED_KEYS);
    }

    @Test
    void rowsTakenOutLieBesideTheTableUntilTheyAreRemoved() {
        Dataset<Row> rows = SPARK.sql("SELECT * FROM " + DIRTY);
        CheckedWrite write = prepare(rows, WritePlan.SPLIT, List.of());
        String path = folder.resolve("aside").toString();
        write.write(rows, path);
        assertThat(Path.of(path, "saltern_rows=quarantined")).isDirectory();

        write.removeAside(rows, path);

        assertThat(Path.of(path, "saltern_rows=quarantined")).doesNotExist();
        assertThat(Path.of(path, "saltern_rows=dropped")).doesNotExist();
        assertThat(Path.of(path, TableFolder.KEPT)).isDirectory();
    }

    private Written write(Dataset<Row> rows, WritePlan plan, List<String> partition) {
        String path = folder.resolve("table-" + plan).toString();
        return prepare(rows, plan, partition).write(rows, path);
    }

    private static CheckedWrite prepare(Dataset<Row> rows, WritePlan plan, List<String> partition) {
        List<FiledRule> rules = new ArrayList<>();
        add(rules, Action.FAIL, "RowCount > 1");
        add(rules, Action.QUARANTINE, "IsComplete \"v\", ColumnValues \"v\" < 50");
        add(rules, Action.DROP, "ColumnValues \"kind\" != \"test\"");
        add(rules, Action.WARN, "IsUnique \"id\"");
        RuleBook book = RuleBook.compile(rules, rows.schema());
        return new CheckedWrite(
                book, rows.schema(), TableLayout.of(partition), plan, new Evidence(KnownKeys.of(rows), null));
    }

    private static void add(List<FiledRule> rules, Action action, String text) {
        rules.addAll(FiledRule.all(action, Dqdl.parse(text, "rules.dqdl", 1, 1), new ArrayList<>()));
    }
}
