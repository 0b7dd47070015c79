/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.apache.spark.sql.types.StructType;

/**
 * What rules refer to besides their table.
 *
 * @param now the time of the run, which {@code now()} is throughout
 * @param day the first day that the run is about, whose weekday anomalies are looked for on
 * @param composites how joined rules are judged
 * @param datasets the columns of the other tables that rules may name
 * @param history what earlier runs observed
 */
public record RuleSetting(
        Instant now, LocalDate day, Composites composites, Map<String, StructType> datasets, MetricHistory history) {

    /** Copies the map. */
    public RuleSetting {
        datasets = Map.copyOf(datasets);
    }

    /** Returns a setting about the day of the run in UTC, without other tables and without history. */
    public static RuleSetting at(Instant now) {
        LocalDate day = now.atZone(ZoneOffset.UTC).toLocalDate();
        return new RuleSetting(now, day, Composites.COLUMN, Map.of(), MetricHistory.NONE);
    }

    /** Returns the setting about this day. */
    public RuleSetting on(LocalDate first) {
        return new RuleSetting(now, first, composites, datasets, history);
    }

    /** Returns the setting with composites judged so. */
    public RuleSetting with(Composites method) {
        return new RuleSetting(now, day, method, datasets, history);
    }

    /** Returns the setting with these other tables. */
    public RuleSetting withDatasets(Map<String, StructType> others) {
        return new RuleSetting(now, day, composites, others, history);
    }

    /** Returns the setting with this history. */
    public RuleSetting with(MetricHistory observed) {
        return new RuleSetting(now, day, composites, datasets, observed);
    }
}
