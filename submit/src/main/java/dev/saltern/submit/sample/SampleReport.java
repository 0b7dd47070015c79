/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.sample;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the generator wrote: the truth that a run's row account can be held against.
 *
 * @param files every file, relative to the generator's folder
 * @param sensors lines of the sensor list, without its header
 * @param days the days, in order
 */
public record SampleReport(List<String> files, long sensors, List<DayTruth> days) {
    public SampleReport {
        files = List.copyOf(files);
        days = List.copyOf(days);
    }

    /** Returns the lines of readings of all days, dirt included. */
    public long rows() {
        return days.stream().mapToLong(DayTruth::rows).sum();
    }

    /** Returns the lines of each kind of dirt over all days, every kind named. */
    public Map<Dirt, Long> dirt() {
        Map<Dirt, Long> total = new EnumMap<>(Dirt.class);
        for (DayTruth day : days) {
            day.dirt().forEach((kind, lines) -> total.merge(kind, lines, Long::sum));
        }
        return total;
    }

    /** Returns the report as plain maps, lists, texts and numbers, ready for JSON. */
    public Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("rows", rows());
        map.put("dirt", DayTruth.byKey(dirt()));
        map.put("sensors", sensors);
        map.put("days", days.stream().map(DayTruth::asMap).toList());
        map.put("files", new ArrayList<>(files));
        return map;
    }
}
