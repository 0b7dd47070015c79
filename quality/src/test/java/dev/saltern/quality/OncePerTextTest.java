/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OncePerTextTest {
    private static final Column IS_CODE =
            functions.when(functions.col("v").rlike("\\A[A-Z]+[0-9]*\\z"), 5L).otherwise(0L);

    @ParameterizedTest
    @ValueSource(ints = {3, 1000, 100_000})
    void rememberedVerdictsAreThoseOfEachTextJudgedAnew(int texts) {
        // Codes of one byte to thirty, a third of them wrong, some longer than the eight bytes that are compared at
        // once.
        Dataset<Row> rows = LocalSpark.SESSION
                .range(0, 200_000, 1, 2)
                .selectExpr("pmod(xxhash64(id), " + texts + ") AS n")
                .selectExpr(
                        "CASE WHEN n % 97 = 5 THEN NULL WHEN n % 3 = 0 THEN concat('ABCDEFGH', repeat('I', n % 20), n)"
                                + " WHEN n % 3 = 1 THEN concat('é', n) ELSE concat('C', n) END AS v");

        Row counts = rows.select(OncePerText.of(IS_CODE).as("remembered"), IS_CODE.as("anew"))
                .agg(
                        functions.sum(functions
                                .when(functions.expr("remembered <> anew"), 1)
                                .otherwise(0)),
                        functions.sum("remembered"))
                .head();

        assertThat(counts.getLong(0)).isZero();
        assertThat(counts.getLong(1)).isPositive();
    }

    @Test
    void columnThatHoldsNoTextsIsJudgedValueByValue() {
        Dataset<Row> rows = LocalSpark.table("v INT", RowFactory.create(1), RowFactory.create((Object) null));
        Column verdict = functions.when(functions.col("v").isNull(), 1L).otherwise(0L);
        assertThat(rows.select(OncePerText.of(verdict)).collectAsList())
                .extracting(row -> row.getLong(0))
                .containsExactly(0L, 1L);
    }

    @Test
    void textIsFoundUntilItsPlaceIsTaken() {
        JudgedTexts texts = new JudgedTexts();
        List<UTF8String> known = texts("", "a", "a\0", "exactly8", "longer than eight", "longer than eight too");
        IntStream.range(0, known.size()).forEach(i -> {
            assertThat(texts.find(known.get(i))).isEqualTo(JudgedTexts.UNKNOWN);
            texts.put(known.get(i), i);
        });
        assertThat(known.stream().mapToLong(texts::find)).containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void textIsKnownAfterTheRowThatItStoodInWasOverwritten() {
        JudgedTexts texts = new JudgedTexts();
        byte[] row = "longer than eight".getBytes(StandardCharsets.UTF_8);
        texts.put(UTF8String.fromBytes(row), 7);
        row[row.length - 1] = 'x';

        assertThat(texts.find(UTF8String.fromString("longer than eight"))).isEqualTo(7);
        assertThat(texts.find(UTF8String.fromString("longer than eighx"))).isEqualTo(JudgedTexts.UNKNOWN);
    }

    @Test
    void shortTextIsNotTakenForALongOneThatBeginsAlikeAndHasItsPlace() {
        UTF8String head = UTF8String.fromString("exactly8");
        // One in 512 of the long texts falls into a place where the short one is looked for.
        for (int i = 0; i < 5_000; i++) {
            JudgedTexts texts = new JudgedTexts();
            texts.put(UTF8String.fromString("exactly8" + i), 1);
            assertThat(texts.find(head)).isEqualTo(JudgedTexts.UNKNOWN);
        }
    }

    @Test
    void textsThatHardlyComeAgainAreNoLongerLookedUp() {
        JudgedTexts texts = new JudgedTexts();
        for (int i = 0; i < 10_000; i++) {
            UTF8String text = UTF8String.fromString("text " + i);
            if (texts.find(text) == JudgedTexts.UNKNOWN) {
                texts.put(text, 0);
            }
        }
        assertThat(texts.hasGivenUp()).isTrue();

        JudgedTexts codes = new JudgedTexts();
        for (int i = 0; i < 10_000; i++) {
            UTF8String text = UTF8String.fromString("code " + i % 300);
            if (codes.find(text) == JudgedTexts.UNKNOWN) {
                codes.put(text, 0);
            }
        }
        assertThat(codes.hasGivenUp()).isFalse();
    }

    private static List<UTF8String> texts(String... texts) {
        return Arrays.stream(texts).map(UTF8String::fromString).toList();
    }
}
