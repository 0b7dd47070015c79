/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.detect;

import dev.saltern.transforms.skew.KeySpread;
import java.util.List;

/**
 * What is stored of a hot key, to be compared with another day's.
 *
 * @param hash {@link KeyHash} of the key
 * @param text the key as people write it
 * @param share of all rows, in [0, 1]
 */
public record HotShare(long hash, String text, double share) {
    /** Returns the hot keys of a spread, in its order. */
    public static List<HotShare> of(KeySpread spread) {
        return spread.hot().stream()
                .map(key -> new HotShare(key.hash(), key.text(), spread.share(key)))
                .toList();
    }
}
