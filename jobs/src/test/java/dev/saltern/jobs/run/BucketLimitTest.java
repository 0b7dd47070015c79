/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.conf.Bucket;
import dev.saltern.jobs.TestSession;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class BucketLimitTest {
    private static final String ROWS =
            "VALUES ('a', 1), ('a', 2), ('a', 3), ('b', 1), (NULL, 1), (NULL, 2), (NULL, 3)," + " (NULL, 4) AS t(k, n)";

    @Test
    void valueWithMoreRowsThanAnEvenBucketIsRefused() {
        assertThat(refusal(ROWS + " WHERE k IS NOT NULL", 2, 0, "k"))
                .contains("k=a has 3 of 4 rows (75.0%), more than one of 2 even buckets (50.0%), and one task reads a"
                        + " bucket. Set bucket.by to columns of more values, bucket.into to 1 or less, or leave bucket"
                        + " out");
    }

    @Test
    void nullIsAValueAndHalfIsNotMoreThanOneOfTwo() {
        assertThat(refusal(ROWS, 2, 0, "k")).isEmpty();
        assertThat(refusal(ROWS, 3, 0, "k").orElseThrow()).startsWith("k=NULL has 4 of 8 rows (50.0%), more than");
    }

    @Test
    void valuesOfSeveralColumnsAreOneAlsoWithANull() {
        assertThat(refusal(ROWS, 8, 0, "k", "n")).isEmpty();
        assertThat(refusal("VALUES (NULL, 1), (1, NULL), (NULL, 1), (2, 2), (3, 3), (4, 4) AS t(k, n)", 4, 0, "k", "n")
                        .orElseThrow())
                .startsWith("k=NULL, n=1 has 2 of 6 rows (33.3%)");
    }

    @Test
    void fewRowsOneBucketAndNoRowsAreNeverRefused() {
        assertThat(refusal(ROWS, 4, 4, "k")).isEmpty();
        assertThat(refusal(ROWS, 1, 0, "k")).isEmpty();
        assertThat(refusal(ROWS + " WHERE n > 9", 4, 0, "k")).isEmpty();
    }

    private static Optional<String> refusal(String from, int into, long harmless, String... by) {
        Dataset<Row> rows = TestSession.session().sql("SELECT * FROM " + from);
        return new BucketLimit(new Bucket(List.of(by), into, List.of()), harmless).refusal(rows, rows.count());
    }
}
