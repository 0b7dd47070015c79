/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.profile;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.spark.sql.types.TimestampNTZType;
import org.jspecify.annotations.Nullable;

/** Turns what both passes gathered of one column into its profile. */
final class Figures {
    static final int MAX_TOP = 20;
    private static final int MAX_BARS = 20;
    private static final int MAX_PATTERNS = 10;
    private static final int MAX_CHARACTERS = 100;
    private static final List<Double> SHARES = List.of(0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99);

    private final ColumnSketch sketch;
    private final ColumnCount count;
    private final long rows;
    private final ZoneId zone;

    /** Takes the session's time zone, in which timestamps are written. */
    Figures(ColumnSketch sketch, ColumnCount count, long rows, String zone) {
        this.sketch = sketch;
        this.count = count;
        this.rows = rows;
        this.zone = ZoneId.of(zone, ZoneId.SHORT_IDS);
    }

    ColumnProfile profile(String name) {
        long distinct = sketch.values.complete() ? sketch.values.counts().size() : sketch.hashes.estimate();
        List<Frequency> top = frequencies(sketch.values, count.values, MAX_TOP, true);
        return new ColumnProfile(
                name,
                sketch.cell.type().catalogString(),
                rows,
                sketch.nulls,
                sketch.nans,
                sketch.infinities,
                distinct,
                sketch.values.complete(),
                sketch.min == null ? null : text(sketch.min),
                sketch.max == null ? null : text(sketch.max),
                sketch.cell.kind().isNumber() ? numbers() : null,
                sketch.text == null ? null : texts(sketch.text),
                top,
                sketch.cell.kind() != ColumnKind.OPAQUE && sketch.values.complete() && distinct == top.size());
    }

    /** Only what surely was kept may be told where not all was: the rest depends on the order of the rows. */
    private List<Frequency> frequencies(FrequentTexts kept, Map<String, Long> recounted, int limit, boolean values) {
        Map<String, Long> counts = kept.complete() ? kept.counts() : recounted;
        long least = kept.complete() ? 1 : (rows - sketch.nulls) / (FrequentTexts.KEPT + 1) + 1;
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= least)
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(limit)
                .map(entry -> new Frequency(
                        values ? display(entry.getKey()) : entry.getKey(),
                        entry.getValue(),
                        (double) entry.getValue() / rows))
                .toList();
    }

    private String display(String key) {
        return sketch.cell.kind().isTime() ? text(Long.valueOf(key)) : key;
    }

    private String text(Object value) {
        if (sketch.cell.kind() == ColumnKind.DATE) {
            return LocalDate.ofEpochDay((Long) value).toString();
        }
        if (sketch.cell.kind() == ColumnKind.TIMESTAMP) {
            Instant instant = Instant.EPOCH.plus((Long) value, ChronoUnit.MICROS);
            ZoneId shown = sketch.cell.type() instanceof TimestampNTZType ? ZoneOffset.UTC : zone;
            return LocalDateTime.ofInstant(instant, shown).toString().replace('T', ' ');
        }
        String key = sketch.cell.kind() == ColumnKind.TEXT ? value.toString() : sketch.cell.key(value);
        return key.length() <= MAX_CHARACTERS ? key : key.substring(0, MAX_CHARACTERS) + "...";
    }

    private TextProfile texts(TextSketch text) {
        long present = rows - sketch.nulls;
        return new TextProfile(
                text.empties,
                text.blanks,
                present == 0 ? 0 : text.minCharacters,
                present == 0 ? 0 : (double) text.characters / present,
                text.maxCharacters,
                text.nonAscii == 0,
                frequencies(text.patterns, count.patterns, MAX_PATTERNS, false),
                inferred(text, present));
    }

    private static @Nullable InferredType inferred(TextSketch text, long present) {
        long nothing = text.rows(TextType.NOTHING);
        long integers = text.rows(TextType.INTEGER);
        long decimals = text.rows(TextType.DECIMAL);
        long dates = text.rows(TextType.DATE);
        long timestamps = text.rows(TextType.TIMESTAMP);
        long values = present - nothing;
        if (values == 0) {
            return null;
        }
        String type = null;
        if (text.rows(TextType.BOOLEAN) == values) {
            type = "boolean";
        } else if (integers + decimals == values) {
            type = decimals == 0 ? "integer" : "decimal";
        } else if (dates + timestamps == values) {
            type = timestamps == 0 ? "date" : "timestamp";
        }
        return type == null ? null : new InferredType(type, nothing);
    }

    private NumberProfile numbers() {
        Grid grid = count.plan.grid();
        List<Quantile> quantiles = new ArrayList<>();
        if (grid != null) {
            NavigableMap<Double, Long> exact = exact();
            for (double share : SHARES) {
                long rank = Math.max(1, (long) Math.ceil(share * sketch.moments.count()));
                quantiles.add(sketch.values.complete() ? at(exact, share, rank) : at(grid, share, rank));
            }
        }
        return new NumberProfile(
                sketch.moments.mean(),
                sketch.moments.standardDeviation(),
                sketch.whole,
                quantiles,
                grid == null ? List.of() : bars(grid));
    }

    private NavigableMap<Double, Long> exact() {
        NavigableMap<Double, Long> exact = new TreeMap<>();
        sketch.values.counts().forEach((key, rowsOfKey) -> {
            double number = Double.parseDouble(key);
            if (Double.isFinite(number)) {
                exact.merge(number, rowsOfKey, Long::sum);
            }
        });
        return exact;
    }

    private static Quantile at(NavigableMap<Double, Long> exact, double share, long rank) {
        long left = rank;
        for (Map.Entry<Double, Long> entry : exact.entrySet()) {
            left -= entry.getValue();
            if (left <= 0) {
                return new Quantile(share, entry.getKey(), 0);
            }
        }
        return new Quantile(share, exact.lastKey(), 0);
    }

    /** The better of two answers: by the grid, or by the logarithm. */
    private Quantile at(Grid grid, double share, long rank) {
        double value = Math.max(grid.low(), Math.min(grid.high(), sketch.buckets.atRank(rank)));
        double error = Math.abs(value) * LogBuckets.RELATIVE_ERROR;
        if (grid.width() / 2 < error) {
            int cell = 0;
            for (long left = rank - count.cells[0]; left > 0; left -= count.cells[cell]) {
                cell++;
            }
            value = grid.start(cell) / 2 + grid.start(cell + 1) / 2;
            error = grid.width() / 2;
        }
        return new Quantile(
                share, new BigDecimal(value).round(new MathContext(6)).doubleValue(), error);
    }

    private List<Bucket> bars(Grid grid) {
        if (grid.low() == grid.high()) {
            return List.of(new Bucket(grid.low(), grid.high(), sketch.moments.count()));
        }
        if (sketch.whole && sketch.values.complete() && grid.high() - grid.low() < MAX_BARS) {
            NavigableMap<Double, Long> exact = exact();
            List<Bucket> bars = new ArrayList<>();
            for (double number = grid.low(); number <= grid.high(); number++) {
                bars.add(new Bucket(number, number, exact.getOrDefault(number, 0L)));
            }
            return bars;
        }
        int width = ColumnPlan.CELLS / MAX_BARS;
        List<Bucket> bars = new ArrayList<>();
        for (int first = 0; first < ColumnPlan.CELLS; first += width) {
            long inside = 0;
            for (int cell = first; cell < first + width; cell++) {
                inside += count.cells[cell];
            }
            bars.add(new Bucket(grid.start(first), grid.start(first + width), inside));
        }
        return bars;
    }
}
