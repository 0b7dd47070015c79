/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import org.jspecify.annotations.Nullable;

/** One number divided by another. */
final class Ratio {
    private Ratio() {}

    /** Returns the ratio; 1 for two zeros, null where a number is missing or only the second is zero. */
    static @Nullable Double of(@Nullable Double first, @Nullable Double second) {
        if (first == null || second == null) {
            return null;
        }
        if (second == 0) {
            return first == 0 ? 1.0 : null;
        }
        return first / second;
    }
}
