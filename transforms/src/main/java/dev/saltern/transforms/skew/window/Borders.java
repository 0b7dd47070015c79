/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.window;

import java.io.Serializable;

/** Places that cut a series, least first; immutable and small, as tasks carry it. */
final class Borders implements Serializable {
    private static final long serialVersionUID = 1;

    private final double[] places;

    /**
     * Copies the places.
     *
     * @param places none less than the one before it, none NaN
     */
    Borders(double[] places) {
        this.places = places.clone();
    }

    int count() {
        return places.length;
    }

    double at(int index) {
        return places[index];
    }

    /** Returns how many borders are at the place or below. The search is binary; -0.0 and 0.0 are one place. */
    int upTo(double place) {
        int low = 0;
        int high = places.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (places[middle] <= place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
