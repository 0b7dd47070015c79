/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import java.util.List;
import java.util.function.Supplier;

/**
 * What a measurement found.
 *
 * @param examples up to three texts that show why the rule fails, in ascending order; asked for only then
 */
record Finding(Tally tally, Supplier<List<String>> examples) {
    static Finding of(Tally tally) {
        return new Finding(tally, List::of);
    }
}
