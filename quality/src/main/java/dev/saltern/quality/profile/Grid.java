/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.profile;

import java.io.Serializable;

/**
 * Cells of one width from the smallest to the largest number of a column. Small and serializable.
 *
 * @param low the smallest number
 * @param high the largest number, at least {@code low}
 * @param cells how many cells, at least one
 */
record Grid(double low, double high, int cells) implements Serializable {

    /** Returns the cell of a number between low and high; halves keep the widest range from overflowing. */
    int cell(double number) {
        double width = high / 2 - low / 2;
        if (width == 0) {
            return 0;
        }
        return Math.max(0, Math.min(cells - 1, (int) ((number / 2 - low / 2) / width * cells)));
    }

    /** Returns where a cell begins; the place after the last cell is {@code high}. */
    double start(int cell) {
        return cell == cells ? high : low + 2 * ((high / 2 - low / 2) * cell / cells);
    }

    double width() {
        return 2 * ((high / 2 - low / 2) / cells);
    }
}
