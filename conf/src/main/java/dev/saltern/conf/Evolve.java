/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf;

/** What happens when a run writes columns that readers of the table would feel: dropped, renamed, of another type. */
public enum Evolve {
    /** The run is refused with the differences; new columns are taken in. */
    REFUSE,
    /** The table follows as far as every published file can still be read. */
    ALLOW
}
