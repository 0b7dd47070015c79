/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage.read;

import java.time.LocalDateTime;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;

/** Text to TIMESTAMP_NTZ; text that names a zone does not convert. */
final class LocalTimestampCell implements TextCell {
    private final IsoMoment iso = new IsoMoment();
    private final TimePatterns patterns;

    LocalTimestampCell(List<String> patterns) {
        this.patterns = new TimePatterns(patterns);
    }

    @Override
    public boolean write(byte[] bytes, int from, int to, InternalRow row, int ordinal) {
        if (patterns.isEmpty()) {
            boolean fits = iso.parseDateTime(bytes, from, to) && !iso.hasOffset;
            if (fits) {
                row.setLong(ordinal, iso.localMicros());
            }
            return fits;
        }
        TemporalAccessor parsed = patterns.parse(bytes, from, to);
        boolean zoneless = parsed != null && parsed.query(TemporalQueries.zone()) == null;
        LocalDateTime local = parsed == null || !zoneless ? null : TimestampCell.localDateTime(parsed);
        if (local == null) {
            return false;
        }
        row.setLong(ordinal, TimestampCell.micros(local));
        return true;
    }
}
