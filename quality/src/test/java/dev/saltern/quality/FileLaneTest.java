/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.quality.dqdl.RuleProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules about files, on folders whose files hold one word each; the run is on 2024-05-15 at noon in UTC. */
class FileLaneTest {
    private static final Instant NOW = Instant.parse("2024-05-15T12:00:00Z");

    @TempDir
    static Path root;

    @BeforeAll
    static void write() throws IOException {
        file("one/a.txt", "abc", "2024-05-15T11:00:00Z");
        file("two/a.txt", "abc", "2024-05-15T11:00:00Z");
        file("two/b.txt", "hello", "2024-05-14T23:30:00Z");
        file("two/_SUCCESS", "", "2020-01-01T00:00:00Z");
        file("copy/x.txt", "hello", "2024-05-15T11:00:00Z");
        file("copy/sub/y.txt", "abc", "2024-05-15T11:00:00Z");
        file("twice/x.txt", "abc", "2024-05-15T11:00:00Z");
        file("twice/y.txt", "abc", "2024-05-15T11:00:00Z");
        file("twice/sub/x.txt", "xyz", "2024-05-15T11:00:00Z");
        Files.createDirectories(root.resolve("empty"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', nullValues = "none", textBlock = """
            FileFreshness "ROOT/one" > (now() - 2 hours)                          | PASSED | 1
            FileFreshness "ROOT/one/a.txt" > (now() - 1 hours)                    | FAILED | 0
            FileFreshness "ROOT/two/" > (now() - 2 hours)                         | FAILED | 0.5
            FileFreshness "ROOT/two" > (now() - 2 hours) with threshold > 0.4     | PASSED | 0.5
            FileFreshness "ROOT/two" > (now() - 2 hours) with threshold > 0.5     | FAILED | 0.5
            FileFreshness "ROOT/two" > (now() - 2 hours) with recentFiles = 1     | PASSED | 1
            FileFreshness "ROOT/two" between now() and (now() - 1 days)           | PASSED | 1
            FileFreshness "ROOT/two" >= "2024-05-15"                              | FAILED | 0.5
            FileFreshness "ROOT/two" >= "2024-05-15" with timeZone = "Europe/Vienna" | PASSED | 1
            FileFreshness "ROOT/one" between "10:30 AM" and "11:30"               | PASSED | 1
            FileFreshness "ROOT/one" between "10:30 AM" and "11:30" with timeZone = "Europe/Vienna" | FAILED | 0
            FileFreshness "ROOT/empty" > (now() - 2 hours)                        | FAILED | none
            FileFreshness "ROOT/missing" > (now() - 2 hours)                      | FAILED | none
            FileSize "ROOT/one" = 3 B                                             | PASSED | 1
            FileSize "ROOT/two" > 3 B                                             | FAILED | 0.5
            FileSize "ROOT/two" > 3 B with threshold > 0.4                        | PASSED | 0.5
            FileSize "ROOT/two" between 2 B and 1 KB                              | PASSED | 1
            FileSize "ROOT/two" > 3 B with uriRegex = "b\\.txt$"                  | PASSED | 1
            FileSize "ROOT/empty" < 1 KB                                          | FAILED | none
            FileMatch "ROOT/one" in ["900150983CD24FB0D6963F7D28E17F72"] with hashAlgorithm = "MD5"         | PASSED | 1
            FileMatch "ROOT/one" in ["a9993e364706816aba3e25717850c26c9cd0d89d"] with hashAlgorithm = "SHA-1" | PASSED | 1
            FileMatch "ROOT/one/a.txt" in ["ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"] | PASSED | 1
            FileMatch "ROOT/two" in ["900150983cd24fb0d6963f7d28e17f72"] with hashAlgorithm = "MD5"         | FAILED | 0.5
            FileMatch "ROOT/two" "ROOT/copy"                                      | PASSED | 1
            FileMatch "ROOT/two" "ROOT/copy" with matchFileName = "true"          | FAILED | 0
            FileMatch "ROOT/two" "ROOT/one"                                       | FAILED | 0.5
            FileMatch "ROOT/one" "ROOT/two"                                       | FAILED | 0.5
            FileMatch "ROOT/one" "ROOT/twice"                                     | FAILED | 0.3333333333333333
            FileMatch "ROOT/one" "ROOT/missing"                                   | FAILED | none
            FileUniqueness "ROOT/two" = 1                                         | PASSED | 1
            FileUniqueness "ROOT/twice" > 0.3                                     | PASSED | 0.3333333333333333
            FileUniqueness "ROOT/twice" > 0.5                                     | FAILED | 0.3333333333333333
            FileUniqueness "ROOT/twice" > 0 with matchFileName = "true"           | FAILED | 0
            FileUniqueness "ROOT/one" = 1                                         | PASSED | 1
            FileUniqueness "ROOT/empty" >= 0                                      | FAILED | none
            """)
    void filesAreJudgedByTimeSizeAndContent(String rule, Outcome outcome, Double observed) {
        RuleResult result = judge(rule, LocalSpark.SESSION.range(2).toDF("v"));
        assertThat(result.outcome()).isEqualTo(outcome);
        assertThat(result.observed()).isEqualTo(observed);
        assertThat(result.badRows()).isZero();
        assertThat(result.totalRows()).isEqualTo(2);
        assertThat(result.provenBy()).isEqualTo(ProvenBy.FILES);
    }

    @Test
    void whatIsWrongStandsWithItsPath() {
        Dataset<Row> rows = LocalSpark.SESSION.range(1).toDF("v");
        assertThat(judge("FileSize \"ROOT/missing\" > 1 B", rows).examples())
                .singleElement()
                .asString()
                .contains("Cannot read " + root + "/missing: File ", "does not exist");
        assertThat(judge("FileSize \"nosuch://bucket/a\" > 1 B", rows).examples())
                .singleElement()
                .asString()
                .startsWith("Cannot read nosuch://bucket/a: ");
        assertThat(judge("FileSize \"ROOT/empty\" > 1 B", rows).examples())
                .containsExactly("no file in " + root + "/empty");
        assertThat(judge("FileSize \"ROOT/two\" > 3 B", rows).examples())
                .containsExactly("file:" + root + "/two/a.txt (3 bytes, 2024-05-15T11:00:00Z)");
        assertThat(judge("FileSize > 1 B", rows).examples()).containsExactly("no file in the checked data");
    }

    @Test
    void withoutAPathTheFilesOfTheCheckedRowsAreMeant() {
        Dataset<Row> rows = LocalSpark.SESSION.read().text(root + "/two").toDF("v");
        assertThat(judge("FileSize between 2 B and 6 B", rows).outcome()).isEqualTo(Outcome.PASSED);
        assertThat(judge("FileUniqueness = 1", rows).observed()).isEqualTo(1);
        String abc = "\"900150983cd24fb0d6963f7d28e17f72\"";
        assertThat(judge("FileMatch in [" + abc + "] with hashAlgorithm = \"MD5\"", rows)
                        .observed())
                .isEqualTo(0.5);
    }

    @Test
    void tagsThatMeanNothingAreRefused() {
        List<FiledRule> rules = LocalSpark.filed(
                Action.FAIL,
                "FileFreshness > \"2024-01-01\" with timeZone = \"Mars\"",
                "FileMatch \"a\" in [\"00\"] with hashAlgorithm = \"CRC\"",
                "FileSize > 1 B with uriRegex = \"[\"",
                "FileSize > 1 B with recentFiles = 0",
                "FileMatch \"a\" \"b\" in [\"00\"]");
        assertThat(RuleBook.check(rules, LocalSpark.SESSION.range(1).schema(), RuleSetting.at(NOW)))
                .extracting(RuleProblem::message)
                .containsExactly(
                        "Invalid timeZone: Mars (must be such as Europe/Vienna)",
                        "Invalid hashAlgorithm: CRC (must be one of MD5, SHA-1, SHA-256)",
                        "Invalid regular expression: [ (Unclosed character class)",
                        "Invalid recentFiles: 0 (must be a whole number from 1)",
                        "Cannot judge FileMatch \"a\" \"b\" in [\"00\"]: it compares files with a list of checksums or with"
                                + " one other path");
    }

    private static RuleResult judge(String rule, Dataset<Row> rows) {
        List<FiledRule> filed = LocalSpark.filed(Action.FAIL, rule.replace("ROOT", root.toString()));
        List<RuleResult> results =
                RuleBook.compile(filed, rows.schema(), RuleSetting.at(NOW)).evaluate(rows);
        assertThat(results).hasSize(1);
        return results.get(0);
    }

    private static void file(String name, String content, String modified) throws IOException {
        Path path = root.resolve(name);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content, StandardCharsets.UTF_8);
        Files.setLastModifiedTime(path, FileTime.from(Instant.parse(modified)));
    }
}
