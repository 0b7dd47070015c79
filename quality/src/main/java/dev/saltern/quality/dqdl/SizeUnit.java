/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.dqdl;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The units of the size of a file, in steps of 1024. */
public enum SizeUnit {
    B(0),
    KB(1),
    MB(2),
    GB(3),
    TB(4);

    private final int steps;

    SizeUnit(int steps) {
        this.steps = steps;
    }

    /** Returns the number of bytes in one unit. */
    public long bytes() {
        return 1L << (10 * steps);
    }

    static Optional<SizeUnit> find(String word) {
        return Arrays.stream(values()).filter(unit -> unit.name().equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(SizeUnit::name).toList();
    }
}
