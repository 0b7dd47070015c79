/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew;

/** What is done about hot keys, from the cheapest to the dearest. */
public enum Treatment {
    /** Spark's own plan, with the session's settings. */
    NONE("none"),
    /** Spark's own plan, with adaptive execution fitted to what was measured. */
    ADAPTIVE("adaptive"),
    /** Rows of hot keys join a broadcast of their partners; the others are shuffled. */
    BROADCAST("broadcast"),
    /** Rows of a hot key are spread over salts, and their partners are copied to each. */
    SALT("salt"),
    /** Rows of hot keys and the others are joined apart, where an outer join cannot be salted whole. */
    SPLIT("split"),
    /** An aggregate that needs all values of a group is taken in two stages. */
    TWO_STAGE("two-stage"),
    /** A series is cut into chunks that overlap by the frame. */
    CHUNK("chunk");

    private final String label;

    Treatment(String label) {
        this.label = label;
    }

    /** Returns the name as it stands in pipelines and receipts. */
    public String label() {
        return label;
    }
}
