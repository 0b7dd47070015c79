/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagingJsonTest {
    @TempDir
    Path folder;

    @Test
    void nestedValuesAreTypedAndAbsentKeysAreNull() {
        Raw raw = Raw.json(
                        folder,
                        "id STRING, meta STRUCT<battery: DOUBLE, tags: ARRAY<INT>>, labels MAP<STRING, BIGINT>, "
                                + "price DECIMAL(10,2), day DATE, bin BINARY, ok BOOLEAN, raw STRING")
                .file("1.json", """
                        {"id":"a","meta":{"battery":0.5,"tags":[1,null,3]},"labels":{"x":1,"x":2},"price":12.50,"day":"2026-01-31","bin":"aGk=","ok":true,"raw":{"k": [1, "z"]}}
                        {"id":12.50,"raw":true}
                        """);

        StagedSource staged = raw.stage();

        assertThat(staged.kept().selectExpr("to_json(struct(*))").collectAsList())
                .extracting(row -> row.getString(0))
                .containsExactlyInAnyOrder(
                        "{\"id\":\"a\",\"meta\":{\"battery\":0.5,\"tags\":[1,null,3]},\"labels\":{\"x\":2},\"price\":12.50,"
                                + "\"day\":\"2026-01-31\",\"bin\":\"aGk=\",\"ok\":true,\"raw\":\"{\\\"k\\\": [1, \\\"z\\\"]}\"}",
                        "{\"id\":\"12.50\",\"raw\":\"true\"}");
    }

    @Test
    void valuesThatDoNotConvertAreNamedByTheirPath() {
        Raw raw = Raw.json(
                        folder,
                        "id STRING NOT NULL, n INT, meta STRUCT<battery: DOUBLE, site: STRING NOT NULL>, t ARRAY<INT>, d DECIMAL(4,2)")
                .file("1.json", """
                        {"id":"a","n":1.0,"meta":{"battery":"0.5"},"t":[1,"2"],"d":1.005}
                        {"n":3000000000,"meta":7,"t":{"x":[1]},"d":123.4}
                        {"id":"NA","n":"-9999","meta":null,"t":[],"d":1.500}
                        """);
        raw.nullTokens = List.of("NA", "-9999");

        StagedSource staged = raw.stage();

        assertThat(staged.setAside().select("reasons").collectAsList())
                .extracting(row -> String.join("; ", row.<String>getList(0)))
                .containsExactlyInAnyOrder(
                        "n is 1.0 (must be INT); meta.battery is '0.5' (must be DOUBLE); meta.site is NULL; "
                                + "t[] is '2' (must be INT); d is 1.005 (must be DECIMAL(4,2))",
                        "n is 3000000000 (must be INT); meta is 7 (must be STRUCT); t is {\"x\":[1]} (must be ARRAY); "
                                + "d is 123.4 (must be DECIMAL(4,2)); id is NULL",
                        "id is NULL");
        assertThat(staged.account().quarantinedBy())
                .containsEntry("type \"meta.battery\"", 1L)
                .containsEntry("not-null \"meta.site\"", 1L)
                .containsEntry("not-null \"id\"", 2L);
    }

    @Test
    void hostileLinesEndInRowsNeverInFailures() {
        String deep = "[".repeat(100_000);
        Raw raw = Raw.json(folder, "a STRING, b STRUCT<c: STRING>, n DOUBLE")
                .file(
                        "1.json",
                        "\ufeff{\"a\":\"bom\"}\n" + "{\"a\":" + deep + "\n" + deep + "\n" + "{\"x\":"
                                + "{\"x\":".repeat(5000) + "\n"
                                + "{\"a\":\"\\ud800\"}\n" + "{\"a\":\"\\u0000\"}\n" + "{\"a\":\"\u0000\"}\n"
                                + "\u0000{\"a\":1}\n"
                                + "{\"n\":1e999}\n" + "{\"n\":" + "9".repeat(2000) + "}\n" + "{\"a\":\"open\n"
                                + "{\"a\":1} {\"a\":2}\n"
                                + "nul\n" + "5\n" + "{\"a\":\"last\"}");

        StagedSource staged = raw.stage();

        assertThat(Raw.kept(staged)).containsExactly("[\u0000,null,null]", "[bom,null,null]", "[last,null,null]");
        assertThat(staged.account())
                .extracting(SourceAccount::read, SourceAccount::corrupt, SourceAccount::quarantined)
                .containsExactly(15L, 10L, 2L);
        assertThat(staged.account().balances()).isTrue();
        assertThat(staged.setAside().select("reasons").collectAsList())
                .extracting(row -> row.<String>getList(0).get(0))
                .contains(
                        "a JSON object is expected, not a number",
                        "text follows the JSON object near character 9",
                        "n is 1e999 (must be DOUBLE)",
                        "a is a text with half of a surrogate pair (must be STRING)");
    }

    @Test
    void theReasonDoesNotRepeatTheRecord() {
        Raw raw = Raw.json(folder, "a INT, b ARRAY<INT>").file("1.json", "{\"a\":1\n{\"b\":[1\n");

        assertThat(Raw.setAside(raw.stage()))
                .containsExactly(
                        "1|{\"a\":1|corrupt|broken JSON near character 7: Unexpected end-of-input: expected close marker for Object",
                        "2|{\"b\":[1|corrupt|broken JSON near character 8: Unexpected end-of-input: expected close marker for Array");
    }

    @Test
    void multiLineFilesHoldOneObjectOrAnArrayOrOneAfterTheOther() {
        Raw raw = Raw.json(folder, "a INT")
                .file("1.json", "\n{\n \"a\": 1\n}\n")
                .file("2.json", "[\n {\"a\": 2},\n {\"a\":\n 3}\n]")
                .file("3.json", "{\"a\":4}{\"a\":5}\n{\"a\":6}")
                .file("4.json", "[{\"a\":7}, 8, {\"a\":},]")
                .file("5.json", "[{\"a\":9} {\"a\":10}] x")
                .file("6.json", "[{\"a\":11},{\"a\":")
                .file("7.json", "[]");
        raw.multiLine = true;

        StagedSource staged = raw.stage();

        assertThat(Raw.kept(staged)).containsExactly("[11]", "[1]", "[2]", "[3]", "[4]", "[5]", "[6]", "[7]", "[9]");
        // The Jackson of Spark 4 tells the place before the character, that of Spark 3.5 the one behind it.
        assertThat(Raw.setAside(staged))
                .map(row -> row.replace("near character 6", "near character 7"))
                .containsExactly(
                        "1|8|corrupt|a JSON object is expected, not a number",
                        "1|x|corrupt|text follows the end of the array",
                        "1|{\"a\":10}|corrupt|a comma or the end of the array is missing before this value",
                        "1|{\"a\":|corrupt|a value is not closed",
                        "1|{\"a\":}|corrupt|broken JSON near character 7: Unexpected character ('}' (code 125)): expected a value",
                        "1||corrupt|a value is missing after a comma",
                        "1||corrupt|the array is not closed");
    }

    @Test
    void unknownKeysAreReportedAndFieldsKeepTheirDeclaredOrder() {
        Raw raw = Raw.json(folder, "a INT, m STRUCT<x: INT>")
                .file("1.json", "{\"z\":{\"q\":1},\"m\":{\"y\":1,\"x\":2},\"a\":1}\n");

        StagedSource staged = raw.stage();

        assertThat(staged.drifts()).extracting(Drift::column).containsExactlyInAnyOrder("z", "m.y");
        assertThat(staged.kept().schema()).isEqualTo(StructType.fromDDL("a INT, m STRUCT<x: INT>"));
        assertThat(Raw.kept(staged)).containsExactly("[1,[2]]");
    }
}
