/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.size;

/**
 * What is known of a run that published.
 *
 * @param inputBytes the raw files' size
 * @param cores the virtual processors that it had, on average
 * @param seconds how long the job took, from its start to its report
 */
public record PastRun(long inputBytes, double cores, double seconds) {
    private static final double GIB = 1L << 30;

    /** Returns the GiB that a processor had to do. */
    double load() {
        return inputBytes / GIB / cores;
    }
}
