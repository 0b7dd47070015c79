/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the files of one day hold, counted while they were written.
 *
 * @param date the day
 * @param files the day's files, relative to the generator's folder
 * @param rows lines of readings, dirt included
 * @param cleanRows lines of readings that nothing is wrong with, each with a sensor_id, ts and metric of its own
 * @param hotRows how many of the clean lines come from the hot sensor
 * @param dirt how many lines of each kind, every kind named
 * @param notes records of notes
 */
public record DayTruth(
        LocalDate date, List<String> files, long rows, long cleanRows, long hotRows, Map<Dirt, Long> dirt, long notes) {
    public DayTruth {
        files = List.copyOf(files);
        dirt = Collections.unmodifiableMap(new EnumMap<>(dirt));
    }

    /** Returns the truth as plain maps, lists, texts and numbers, ready for JSON. */
    public Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("date", date.toString());
        map.put("rows", rows);
        map.put("cleanRows", cleanRows);
        map.put("hotRows", hotRows);
        map.put("dirt", byKey(dirt));
        map.put("notes", notes);
        map.put("files", new ArrayList<>(files));
        return map;
    }

    static Map<String, Long> byKey(Map<Dirt, Long> dirt) {
        Map<String, Long> byKey = new LinkedHashMap<>();
        dirt.forEach((kind, lines) -> byKey.put(kind.key(), lines));
        return byKey;
    }
}
