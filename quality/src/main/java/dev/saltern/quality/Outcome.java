/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

/** How a rule came out. */
public enum Outcome {
    /** The rule holds. */
    PASSED,
    /** The rule does not hold, or a share was asked for and there is not one row to take it of. */
    FAILED,
    /** The rule was not looked at. */
    SKIPPED
}
