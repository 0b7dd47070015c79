/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.jobs.TestSession;
import java.nio.file.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadCountTest {
    @TempDir
    Path folder;

    @Test
    void recordsThatACheckLosesAreCountedAndThoseThatTellOfDriftAreNone() {
        Raw raw = Raw.csv(folder, "k STRING").file("1.csv", "k\na\nb\n").file("2.csv", "k,more\nc,1\n");
        raw.checks = losing(TestSession.session().sql("SELECT * FROM VALUES ('a'), ('c') AS t(_k)"));

        SourceAccount account = raw.stage().account();

        assertThat(account.read()).isEqualTo(3);
        assertThat(account.kept()).isEqualTo(2);
        assertThat(account.balances()).isFalse();
    }

    /** Checks that look into a table and lose the rows that it does not know. */
    private static RowChecks losing(Dataset<Row> known) {
        RowChecks none = RowChecks.none();
        return new RowChecks() {
            @Override
            public Dataset<Row> prepared(Dataset<Row> frame) {
                return frame.join(known, frame.col("k").equalTo(known.col("_k")), "left_semi");
            }

            @Override
            public Column isBroken(Action action) {
                return none.isBroken(action);
            }

            @Override
            public Column ids(Action action) {
                return none.ids(action);
            }

            @Override
            public Column reasons(Action action) {
                return none.reasons(action);
            }
        };
    }
}
