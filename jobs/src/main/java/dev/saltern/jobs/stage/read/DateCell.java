/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage.read;

import java.time.LocalDate;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;

/** Text to DATE. */
final class DateCell implements TextCell {
    private final IsoMoment iso = new IsoMoment();
    private final TimePatterns patterns;

    DateCell(List<String> patterns) {
        this.patterns = new TimePatterns(patterns);
    }

    @Override
    public boolean write(byte[] bytes, int from, int to, InternalRow row, int ordinal) {
        if (patterns.isEmpty()) {
            boolean fits = iso.parseDate(bytes, from, to);
            if (fits) {
                row.setInt(ordinal, (int) iso.epochDay);
            }
            return fits;
        }
        TemporalAccessor parsed = patterns.parse(bytes, from, to);
        LocalDate date = parsed == null ? null : parsed.query(TemporalQueries.localDate());
        if (date == null) {
            return false;
        }
        row.setInt(ordinal, (int) date.toEpochDay());
        return true;
    }
}
