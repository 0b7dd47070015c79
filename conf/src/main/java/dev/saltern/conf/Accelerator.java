/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf;

/** What computes parts of Spark's queries outside the JVM. */
public enum Accelerator {
    /** Spark alone. */
    NONE,
    /** Apache DataFusion Comet, whose jar is on the class path of driver and executors. */
    COMET
}
