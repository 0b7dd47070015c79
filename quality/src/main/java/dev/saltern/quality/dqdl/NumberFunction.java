/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.dqdl;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The functions of dynamic rules on the metrics of earlier runs. */
public enum NumberFunction {
    AVG(true, "the mean of the numbers"),
    MEDIAN(true, "the median of the numbers"),
    MIN(true, "the least of the numbers"),
    MAX(true, "the greatest of the numbers"),
    SUM(true, "the sum of the numbers"),
    STD(true, "the standard deviation of the numbers"),
    ABS(false, "the number without its sign"),
    INDEX(true, "one of the numbers, counted from 0 for the latest run");

    private final boolean ofList;
    private final String doc;

    NumberFunction(boolean ofList, String doc) {
        this.ofList = ofList;
        this.doc = doc;
    }

    /** Returns the name as written in DQDL. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns what the function computes, as one phrase. */
    public String doc() {
        return doc;
    }

    /** Returns whether the first argument is {@code last(k)}, otherwise one number. */
    public boolean ofList() {
        return ofList;
    }

    static Optional<NumberFunction> find(String label) {
        return Arrays.stream(values())
                .filter(function -> function.label().equals(label))
                .findFirst();
    }

    static List<String> labels() {
        return Arrays.stream(values()).map(NumberFunction::label).toList();
    }
}
