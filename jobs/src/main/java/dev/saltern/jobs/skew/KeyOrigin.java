/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.skew;

import java.util.List;

/**
 * Columns of a view that is written down: a staged source or a step.
 *
 * @param view the view's name
 * @param keys names of the columns in that view
 */
public record KeyOrigin(String view, List<String> keys) {
    /** Copies the list. */
    public KeyOrigin {
        keys = List.copyOf(keys);
    }
}
