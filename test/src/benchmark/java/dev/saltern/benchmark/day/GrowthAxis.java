/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark.day;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What grows while the rest stays. */
enum GrowthAxis {
    ROWS(1.02, 1, 2, 4, 8, 16) {
        @Override
        GrowthPoint at(GrowthPoint base, int size) {
            return new GrowthPoint(base.rows() * MORE_ROWS * size, base.files(), base.partitions(), base.rules(), base.outputs());
        }
    },
    FILES(1.1, 10, 100, 1_000, 10_000) {
        @Override
        GrowthPoint at(GrowthPoint base, int size) {
            return new GrowthPoint(base.rows(), size, base.partitions(), base.rules(), base.outputs());
        }
    },
    PARTITIONS(1.1, 1, 10, 100, 1_000) {
        @Override
        GrowthPoint at(GrowthPoint base, int size) {
            return new GrowthPoint(base.rows(), base.files(), size, base.rules(), base.outputs());
        }
    },
    RULES(1.1, 1, 10, 50, 200) {
        @Override
        GrowthPoint at(GrowthPoint base, int size) {
            return new GrowthPoint(base.rows(), base.files(), base.partitions(), size, base.outputs());
        }
    },
    OUTPUTS(1.1, 1, 5, 20, 50) {
        @Override
        GrowthPoint at(GrowthPoint base, int size) {
            return new GrowthPoint(base.rows(), base.files(), base.partitions(), base.rules(), size);
        }
    };

    /** Beside what every run costs, rows show only where there are more of them than along the other axes. */
    static final int MORE_ROWS = 4;

    private final double mostExponent;

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<Integer> sizes;

    GrowthAxis(double mostExponent, Integer... sizes) {
        this.mostExponent = mostExponent;
        this.sizes = List.of(sizes);
    }

    /** Returns the exponent that was set out for. */
    double mostExponent() {
        return mostExponent;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the sizes up to one. */
    List<Integer> sizes(int most) {
        return sizes.stream().filter(size -> size <= most).toList();
    }

    /** Returns the point at a size. */
    abstract GrowthPoint at(GrowthPoint base, int size);

    /** Returns the axes whose labels a regular expression finds. */
    static List<GrowthAxis> matching(String expression) {
        return Stream.of(values())
                .filter(axis -> axis.label().matches(expression))
                .toList();
    }
}
