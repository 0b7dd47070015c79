/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saltern.jobs.TestSession;
import dev.saltern.jobs.query.Input;
import dev.saltern.jobs.report.Json;
import dev.saltern.quality.profile.Profile;
import dev.saltern.quality.profile.ProfileOptions;
import dev.saltern.quality.profile.Profiler;
import dev.saltern.quality.profile.Suggestions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfilePageTest {
    @TempDir
    private Path folder;

    private final SparkSession session = TestSession.session().newSession();

    private Profile profile() throws IOException {
        Path day = Files.createDirectories(folder.resolve("raw/dt=2026-01-31"));
        Files.writeString(folder.resolve("raw/README.md"), "not,rows\n1,2\n");
        Files.writeString(day.resolve("a.csv"), "id,PM2.5,site\n1,2.5,north\n2,NA,north\n3,4.5,\"a, b\"\n");
        return Profiler.profile(rows("raw", "NA"), ProfileOptions.DEFAULTS);
    }

    @Test
    void pageShowsColumnsKeysAndRules() throws IOException {
        Profile profile = profile();

        assertThat(new ProfilePage("raw", profile, Suggestions.of(profile)).toString())
                .isEqualTo("""
                raw: 3 rows, 4 columns

                  column  type    null %  distinct  min         max         mean  most frequent
                  id      int        0.0         3  1           3              2
                  PM2.5   double    33.3         2  2.5         4.5          3.5
                  site    string     0.0         2  'a, b'      'north'           'north' 66.7 %
                  dt      date       0.0         1  2026-01-31  2026-01-31        2026-01-31 100.0 %

                Keys
                  id: unique, every row verified
                  rows that repeat an earlier one in every column: 0

                Suggested rules
                  RowCount between 0 and 7,                                      # the table has 3 rows
                  IsPrimaryKey "id",                                             # 3 distinct keys in 3 rows, every row verified
                  IsComplete "id",                                               # no NULL in 3 rows
                  ColumnValues "id" between 0 and 4,                             # values from 1 to 3
                  Completeness "PM2.5" > 0.64,                                   # 33.33 % NULL in 3 rows
                  ColumnValues "PM2.5" between 2.3 and 4.7 where "`PM2.5` IS NOT NULL", # values from 2.5 to 4.5
                  IsComplete "site",                                             # no NULL in 3 rows
                  ColumnLength "site" between 3 and 7,                           # lengths from 4 to 5
                  IsComplete "dt",                                               # no NULL in 3 rows
                  ColumnValues "dt" between "2026-01-30" and "2027-01-31"        # values from 2026-01-31 to 2026-01-31
                """);
    }

    @Test
    void profileIsJson() throws IOException {
        assertThat(Json.write(profile())).contains("\"name\" : \"PM2.5\"", "\"duplicateRows\" : 0", "\"mean\" : 3.5");
    }

    @Test
    void filesInFoldersAreReadAndThoseOfOtherEndingsPassedOver() throws IOException {
        Files.createDirectories(folder.resolve("deep/a/b"));
        Files.writeString(folder.resolve("deep/a/one.csv"), "id\n1\n");
        Files.writeString(folder.resolve("deep/a/b/TWO.CSV"), "id\n2\n");
        Files.writeString(folder.resolve("deep/a/b/notes.txt"), "id\n3\n");

        assertThat(rows("deep", null).as(Encoders.INT()).collectAsList()).containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void formatThatCannotBeToldIsAskedFor() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "a");

        assertThatThrownBy(() -> rows("", null))
                .hasMessage(
                        "Missing required --format: " + folder + " has no file that ends in .csv, .json or .parquet");
        assertThatThrownBy(() -> rows("gone", null))
                .hasMessage("Cannot read " + folder.resolve("gone")
                        + ": there is no such file or folder. A published table stands with --table");
    }

    private Dataset<Row> rows(String name, @Nullable String nullText) {
        return new Input(
                        folder.resolve(name).toString(),
                        false,
                        Optional.empty(),
                        Optional.ofNullable(nullText),
                        Optional.empty())
                .typedRows(session, "saltern");
    }
}
