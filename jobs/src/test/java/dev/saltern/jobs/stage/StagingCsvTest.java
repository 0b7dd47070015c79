/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saltern.conf.SalternException;
import dev.saltern.conf.Source;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagingCsvTest {
    @TempDir
    Path folder;

    @Test
    void everyKindOfDirtLeavesWithItsReasonAndOriginal() {
        Raw raw = Raw.csv(folder, "sensor_id STRING NOT NULL, temperature DOUBLE, at TIMESTAMP, n INT")
                .file("a.csv", """
                        sensor_id,temperature,at,n\r
                        s1, 1.5 ,2026-01-31T10:00:00Z,7\r
                        \r
                        s2,abc,2026-01-31T10:00:00Z,1.5\r
                        ,NA,,\r
                        s3,1,2\r
                        "s4,1,,2\r
                        ,x,,\r
                        "s5"x,1,,2\r
                        """);
        raw.nullTokens = List.of("NA");

        StagedSource staged = raw.stage();

        assertThat(Raw.kept(staged)).containsExactly("[s1,1.5,2026-01-31 04:00:00.0,7]");
        assertThat(Raw.setAside(staged))
                .containsExactly(
                        "4|s2,abc,2026-01-31T10:00:00Z,1.5|type \"temperature\";type \"n\"|"
                                + "temperature is 'abc' (must be DOUBLE);n is '1.5' (must be INT)",
                        "5|,NA,,|not-null \"sensor_id\"|sensor_id is NULL",
                        "6|s3,1,2|corrupt|3 cells where 4 are expected",
                        "7|\"s4,1,,2|corrupt|the quote that opens cell 1 is not closed",
                        "8|,x,,|type \"temperature\";not-null \"sensor_id\"|"
                                + "temperature is 'x' (must be DOUBLE);sensor_id is NULL",
                        "9|\"s5\"x,1,,2|corrupt|text follows the closing quote of cell 1");
        SourceAccount account = staged.account();
        assertThat(account.balances()).isTrue();
        assertThat(account)
                .isEqualTo(new SourceAccount(
                        7,
                        3,
                        4,
                        1,
                        3,
                        java.util.Map.of("type \"temperature\"", 2L, "type \"n\"", 1L, "not-null \"sensor_id\"", 2L),
                        0,
                        java.util.Map.of(),
                        0));
    }

    @Test
    void multiLineCellsKeepTheirLineEndsAsLineFeeds() {
        Raw raw = Raw.csv(folder, "`a.b` STRING, `c d` STRING")
                .file("a.csv", "a.b,c d\r\n\"one\r\ntwo \"\"x\"\"\",\"\"\r\nplain,\r\n");
        raw.multiLine = true;

        StagedSource staged = raw.stage();

        assertThat(Raw.kept(staged)).containsExactly("[one\ntwo \"x\",]", "[plain,null]");
    }

    @Test
    void anOpenQuoteInMultiLineSwallowsTheRestAsOneCorruptRecord() {
        Raw raw = Raw.csv(folder, "a STRING, b INT").file("a.csv", "a,b\nx,1\n\"y,2\nz,3\n");
        raw.multiLine = true;

        StagedSource staged = raw.stage();

        assertThat(Raw.kept(staged)).containsExactly("[x,1]");
        assertThat(Raw.setAside(staged))
                .containsExactly("3|\"y,2\nz,3\n|corrupt|the quote that opens cell 1 is not closed");
    }

    @Test
    void headersAreMatchedByNameAndDriftIsReported() {
        Raw raw = Raw.csv(folder, "a STRING, b INT")
                .file("1.csv", "b,a\n1,x\n")
                .file("2.csv", "a,extra,b\ny,?,2\n")
                .file("3.csv", "a\nz\n");
        raw.missingColumns = Source.MissingColumns.NULL;

        StagedSource staged = raw.stage();

        assertThat(Raw.kept(staged)).containsExactly("[x,1]", "[y,2]", "[z,null]");
        assertThat(staged.drifts())
                .extracting(drift -> Path.of(drift.path()).getFileName() + " " + drift.kind() + " " + drift.column())
                .containsExactly("2.csv UNKNOWN extra", "3.csv MISSING b");
        assertThat(staged.account().balances()).isTrue();
    }

    @Test
    void driftFailsNamingFilesColumnsAndNearestNames() {
        Raw raw = Raw.csv(folder, "temperature DOUBLE").file("1.csv", "temprature\n1\n");
        raw.unknownColumns = Source.UnknownColumns.FAIL;

        assertThatThrownBy(raw::stage)
                .isInstanceOf(SalternException.class)
                .hasMessageContaining("Cannot stage readings: its files differ from the schema")
                .hasMessageContaining(
                        "1.csv: the schema does not name the column 'temprature' (the schema has 'temperature')")
                .hasMessageContaining("1.csv: the column 'temperature' is missing (the file has 'temprature')");
    }

    @Test
    void unreadableFilesAreSkippedWholeAndNamed() {
        byte[] gzip = Raw.gzip("a\n" + "row\n".repeat(50_000));
        Raw raw = Raw.csv(folder, "a STRING")
                .file("good.csv.gz", Raw.gzip("a\nkept\n"), Raw.gzip("too\n"))
                .file("cut.csv.gz", java.util.Arrays.copyOf(gzip, gzip.length - 20))
                .file("empty.csv", "")
                .file("empty.csv.gz", Raw.gzip(""))
                .file("header-only.csv", "a\n")
                .file("latin.csv", "a\nok\ncaf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1))
                .file("twice.csv", "a,a\n1,2\n");
        raw.unreadable = Source.Unreadable.SKIP;

        StagedSource staged = raw.stage();

        assertThat(Raw.kept(staged)).containsExactly("[kept]", "[too]");
        assertThat(staged.unreadable())
                .extracting(file -> Path.of(file.path()).getFileName() + ": " + file.reason())
                .satisfiesExactly(
                        cut -> assertThat(cut).startsWith("cut.csv.gz: cut off: Unexpected end of"),
                        empty -> assertThat(empty).isEqualTo("empty.csv: empty file (0 bytes)"),
                        empty -> assertThat(empty).isEqualTo("empty.csv.gz: empty file (0 bytes)"),
                        latin -> assertThat(latin)
                                .isEqualTo("latin.csv: not valid UTF-8: byte 0xe9 at offset 8, line 3"),
                        twice -> assertThat(twice).isEqualTo("twice.csv: the header names the column 'a' twice"));
        assertThat(staged.account().read()).isEqualTo(2);
        assertThat(staged.account().balances()).isTrue();
    }

    @Test
    void unreadableFilesFailTheRunWithTheNextStep() {
        Raw raw = Raw.csv(folder, "a STRING").file("latin.csv", "a\ncaf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(raw::stage)
                .hasMessageContaining("Cannot stage readings: 1 of 1 files cannot be read whole")
                .hasMessageContaining("latin.csv: not valid UTF-8: byte 0xe9 at offset 5, line 2")
                .hasMessageContaining("encoding: ISO-8859-1");

        raw.encoding = StandardCharsets.ISO_8859_1;
        assertThat(Raw.kept(raw.stage())).containsExactly("[caf\u00e9]");
    }

    @Test
    void otherEncodingsAreDecodedStrictly() {
        Raw raw = Raw.csv(folder, "a STRING")
                .file("1.csv", "\ufeffa\n\u03b1\ud83d\ude00\n".getBytes(StandardCharsets.UTF_16LE))
                .file("2.csv", new byte[] {'a', 0, '\n', 0, 'b', 0, '\n', 0, 0x3d, (byte) 0xd8, '\n', 0})
                .file("3.csv", new byte[] {'a', 0, '\n', 0, 'x', 0, '\n'});
        raw.encoding = StandardCharsets.UTF_16LE;
        raw.unreadable = Source.Unreadable.SKIP;

        StagedSource staged = raw.stage();

        assertThat(Raw.kept(staged)).containsExactly("[\u03b1\ud83d\ude00]");
        assertThat(staged.unreadable())
                .extracting(UnreadableFile::reason)
                .containsExactly(
                        "not valid UTF-16LE: byte 0x3d at offset 8, line 3",
                        "not valid UTF-16LE: byte 0x0a at offset 6, line 2");
    }

    @Test
    void noFilesFailsOrGivesAnEmptyFrame() {
        Raw raw = Raw.csv(folder, "a STRING");

        assertThatThrownBy(raw::stage).hasMessageContaining("Cannot stage readings: no file was found\n  " + raw.path);

        raw.noFiles = Source.NoFiles.ALLOW;
        StagedSource staged = raw.stage();
        assertThat(staged.kept().columns()).containsExactly("a");
        assertThat(staged.kept().isEmpty()).isTrue();
        assertThat(staged.account().balances()).isTrue();
    }
}
