/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.load;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The views of a pipeline in the order in which they come to be; those of broken sources and steps too. */
final class Views {
    /** The position of a source: before every step. */
    private static final int SOURCE = -1;

    private final Map<String, Integer> positions = new LinkedHashMap<>();

    void addSource(String name) {
        positions.putIfAbsent(name, SOURCE);
    }

    /** Adds a step; returns whether its name is free. */
    boolean addStep(String name, int zeroBasedIndex) {
        return positions.putIfAbsent(name, zeroBasedIndex) == null;
    }

    Set<String> names() {
        return positions.keySet();
    }

    boolean isSource(String name) {
        return positions.getOrDefault(name, 0) == SOURCE;
    }

    /** Returns why the step at the index cannot use the name, or the empty text if it can. */
    String refusal(String name, int zeroBasedIndex) {
        Integer position = positions.get(name);
        if (position == null) {
            return "Unknown source or step '" + name + "'" + Nearest.hint(name, before(zeroBasedIndex));
        }
        if (position == zeroBasedIndex) {
            return "Cannot use step '" + name + "' here: it is the step itself";
        }
        return position < zeroBasedIndex
                ? ""
                : "Cannot use step '" + name + "' here: it is defined later. Move it up, before this step";
    }

    private List<String> before(int zeroBasedIndex) {
        return positions.entrySet().stream()
                .filter(entry -> entry.getValue() < zeroBasedIndex)
                .map(Map.Entry::getKey)
                .toList();
    }
}
