/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.cluster;

/** How machines are bought. */
public enum Market {
    /** At the price of the day; AWS may take a machine back with two minutes of notice. */
    SPOT,
    /** At the list price; they stay. */
    ON_DEMAND
}
