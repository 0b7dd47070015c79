/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.conf.Source;
import dev.saltern.conf.SourceFormat;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class SourceTest {
    private static final String SMALLEST = "{path: /raw, format: csv, schema: id STRING}";

    @Test
    void defaults() {
        Source source = Mapped.bind(Source.class, SMALLEST);
        assertThat(source.header()).isTrue();
        assertThat(source.delimiter()).isEqualTo(",");
        assertThat(source.quote()).isEqualTo("\"");
        assertThat(source.escape()).isEqualTo("\"");
        assertThat(source.multiLine()).isFalse();
        assertThat(source.zone()).isEqualTo(ZoneId.of("UTC"));
        assertThat(source.encoding()).isEqualTo(StandardCharsets.UTF_8);
        assertThat(source.unknownColumns()).isEqualTo(Source.UnknownColumns.IGNORE);
        assertThat(source.missingColumns()).isEqualTo(Source.MissingColumns.FAIL);
        assertThat(source.unreadable()).isEqualTo(Source.Unreadable.FAIL);
        assertThat(source.noFiles()).isEqualTo(Source.NoFiles.FAIL);
        assertThat(source.nullTokens()).isEmpty();
        assertThat(source.outside()).isNull();
        assertThat(source.rules()).isNull();
        assertThat(source.maxQuarantined()).isNull();
        assertThat(source.maxQuarantinedPerPartition()).isNull();
    }

    @Test
    void everyKeyIsMapped() {
        Source source = Mapped.bind(Source.class, """
                path: /raw
                format: Fixed-Width
                schema: id STRING
                header: false
                delimiter: "||"
                quote: "'"
                escape: \\
                multi-line: true
                widths: [3, 4]
                null-tokens: [NA, -9999]
                timestamp-formats: yyyy-MM-dd HH:mm
                date-formats: [dd.MM.yyyy]
                zone: Asia/Shanghai
                encoding: ISO-8859-1
                columns-from-path: (?<station>[a-z]+)
                partition: to_date(ts)
                outside: ignore
                unknown-columns: fail
                missing-columns: null
                unreadable: skip
                no-files: allow
                rules: {fail: RowCount > 0}
                max-quarantined: 1%
                max-quarantined-per-partition: 5%
                """);
        Mapped.assertAllDiffer(Mapped.bind(Source.class, SMALLEST), source);
        assertThat(source.format()).isEqualTo(SourceFormat.FIXED_WIDTH);
        assertThat(source.nullTokens()).containsExactly("NA", "-9999");
        assertThat(source.timestampFormats()).containsExactly("yyyy-MM-dd HH:mm");
        assertThat(source.escape()).isEqualTo("\\");
        assertThat(source.missingColumns()).isEqualTo(Source.MissingColumns.NULL);
        assertThat(source.partition().text()).isEqualTo("to_date(ts)");
    }
}
