/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark.day;

import java.util.stream.Stream;

/**
 * The size of a run.
 *
 * @param rows records in all
 * @param files gzipped NDJSON files
 * @param partitions days
 * @param rules rules about single rows of the source
 * @param outputs tables
 */
record GrowthPoint(long rows, int files, int partitions, int rules, int outputs) {
    /** Small, but with something of each. */
    static GrowthPoint base(long rows) {
        return new GrowthPoint(rows, 16, 1, 4, 1);
    }

    /** Returns the point of a name. */
    static GrowthPoint named(String name) {
        long[] parts = Stream.of(name.split("-", -1))
                .skip(1)
                .mapToLong(Long::parseLong)
                .toArray();
        return new GrowthPoint(parts[0], (int) parts[1], (int) parts[2], (int) parts[3], (int) parts[4]);
    }

    /** A name that may be that of a pipeline and of a folder. */
    String name() {
        return "growth-%d-%d-%d-%d-%d".formatted(rows, files, partitions, rules, outputs);
    }
}
