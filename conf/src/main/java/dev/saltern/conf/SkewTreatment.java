/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf;

/** What can be done about hot keys. */
public enum SkewTreatment {
    /** Spark's adaptive execution with thresholds fitted to what was measured. */
    ADAPTIVE,
    /** Rows of hot keys join a broadcast of their partners. */
    BROADCAST,
    /** Rows of a hot key are spread over salts, and their partners copied to each. */
    SALT,
    /** Rows of hot keys and the others are joined apart. */
    SPLIT,
    /** An aggregate that needs all values of a group is taken in two stages. */
    TWO_STAGE,
    /** A series is cut into chunks that overlap by the frame. */
    CHUNK
}
