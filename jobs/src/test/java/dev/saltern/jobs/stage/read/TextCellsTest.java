/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.DataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextCellsTest {
    @ParameterizedTest
    @CsvSource({
        "INT, 7, 7",
        "INT, -2147483648, -2147483648",
        "INT, 2147483648,",
        "INT, +5, 5",
        "INT, 1.0,",
        "INT, 1d,",
        "INT, 0x10,",
        "INT, -,",
        "BIGINT, -9223372036854775808, -9223372036854775808",
        "BIGINT, 9223372036854775807, 9223372036854775807",
        "BIGINT, 9223372036854775808,",
        "BIGINT, 1e3,",
        "TINYINT, 128,",
        "SMALLINT, -32768, -32768",
        "DOUBLE, NaN, NaN",
        "DOUBLE, nan,",
        "DOUBLE, Infinity,",
        "DOUBLE, 1e400,",
        "DOUBLE, 1d,",
        "DOUBLE, 0x1p3,",
        "DOUBLE, .5, 0.5",
        "DOUBLE, 5., 5.0",
        "DOUBLE, .,",
        "DOUBLE, 1e,",
        "DOUBLE, -0, -0.0",
        "DOUBLE, 1E-7, 1.0E-7",
        "FLOAT, 1e39,",
        "FLOAT, 0.1, 0.1",
        "'DECIMAL(4,2)', 12.34, 12.34",
        "'DECIMAL(4,2)', 12.340, 12.34",
        "'DECIMAL(4,2)', 12.345,",
        "'DECIMAL(4,2)', 123,",
        "'DECIMAL(4,2)', 1e1, 10.00",
        "'DECIMAL(4,2)', 1e999999999,",
        "'DECIMAL(38,0)', 99999999999999999999999999999999999999, 99999999999999999999999999999999999999",
        "'DECIMAL(20,10)', -0.0000000001, '-1E-10'",
        "BOOLEAN, TRUE, true",
        "BOOLEAN, f,",
        "BOOLEAN, 1,"
    })
    void numbersAreStrict(String type, String text, String expected) {
        assertThat(convert(type, text, List.of(), ZoneOffset.UTC)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-31T10:00:00Z, 2026-01-31T10:00:00Z",
        "2026-01-31 10:00:00+05:30, 2026-01-31T04:30:00Z",
        "2026-01-31T10:00, 2026-01-31T09:00:00Z",
        "2026-07-31T10:00:00.123456, 2026-07-31T08:00:00.123456Z",
        "2026-01-31T10:00:00.123456000Z, 2026-01-31T10:00:00.123456Z",
        "2026-01-31T10:00:00.1234567Z,",
        "2026-01-31,",
        "2026-02-29T10:00:00Z,",
        "2026-01-31T24:00:00Z,",
        "2026-01-31T10:00:00+25:00,",
        "2026-10-25T02:30:00, 2026-10-25T00:30:00Z",
        "2026-03-29T02:30:00, 2026-03-29T01:30:00Z",
        "0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z",
        "2026-01-31T10:00:00 Z,"
    })
    void timestampsAreIsoInTheZoneOfTheSource(String text, String expected) {
        String micros = convert("TIMESTAMP", text, List.of(), ZoneId.of("Europe/Berlin"));
        assertThat(
                        micros == null
                                ? null
                                : Instant.EPOCH
                                        .plus(Long.parseLong(micros), ChronoUnit.MICROS)
                                        .toString())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "31.01.2026 10:15, 2026-01-31T09:15:00Z",
        "2026/01/31, 2026-01-30T23:00:00Z",
        "30.02.2026 10:15,",
        "Jan 5 2026 1:02 PM +0000, 2026-01-05T13:02:00Z",
        "31.01.2026 10:15 x,"
    })
    void patternsAreTriedInOrderAndStrictly(String text, String expected) {
        List<String> patterns = List.of("dd.MM.yyyy HH:mm", "uuuu/MM/dd", "MMM d yyyy h:mm a Z");
        String micros = convert("TIMESTAMP", text, patterns, ZoneId.of("Europe/Berlin"));
        assertThat(
                        micros == null
                                ? null
                                : Instant.EPOCH
                                        .plus(Long.parseLong(micros), ChronoUnit.MICROS)
                                        .toString())
                .isEqualTo(expected);
    }

    @Test
    void datesAndLocalTimesRefuseWhatTheyCannotHold() {
        assertThat(convert("DATE", "2026-01-31", List.of(), ZoneOffset.UTC))
                .isEqualTo(Long.toString(LocalDate.of(2026, 1, 31).toEpochDay()));
        assertThat(convert("DATE", "2026-01-31T00:00:00", List.of(), ZoneOffset.UTC))
                .isNull();
        assertThat(convert("TIMESTAMP_NTZ", "2026-01-31T10:00:00Z", List.of(), ZoneOffset.UTC))
                .isNull();
        assertThat(convert("TIMESTAMP_NTZ", "1970-01-01T00:00:01", List.of(), ZoneOffset.UTC))
                .isEqualTo("1000000");
    }

    @Test
    void doublesAndDaysAgreeWithTheJdk() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            String text = Double.toString(Double.longBitsToDouble(random.nextLong()));
            String decimal = random.nextInt(100_000) + "." + random.nextInt(1_000_000);
            LocalDateTime time = LocalDateTime.of(1, 1, 1, 0, 0).plusSeconds(random.nextLong(300_000_000_000L));
            if (!text.contains("I") && !text.contains("NaN")) {
                assertThat(convert("DOUBLE", text, List.of(), ZoneOffset.UTC)).isEqualTo(text);
            }
            assertThat(convert("DOUBLE", decimal, List.of(), ZoneOffset.UTC))
                    .isEqualTo(Double.toString(Double.parseDouble(decimal)));
            assertThat(convert("TIMESTAMP_NTZ", time.toString(), List.of(), ZoneOffset.UTC))
                    .isEqualTo(Long.toString(time.toEpochSecond(ZoneOffset.UTC) * 1_000_000));
        }
    }

    private static String convert(String type, String text, List<String> patterns, ZoneId zone) {
        TextLayout layout = new TextLayout(
                TextLayout.Format.CSV,
                true,
                ",",
                "",
                "",
                false,
                List.of(),
                List.of(),
                patterns,
                List.of(),
                zone,
                "UTF-8");
        byte[] bytes = ("[" + text + "]").getBytes(StandardCharsets.UTF_8);
        GenericInternalRow row = new GenericInternalRow(1);
        boolean written = new TextCells(layout).of(DataType.fromDDL(type)).write(bytes, 1, bytes.length - 1, row, 0);
        return written ? String.valueOf(row.genericGet(0)) : null;
    }
}
