/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf;

/** How the rows of a stratified sample are shared out among the strata. */
public sealed interface Allocation {
    /** By the size of the strata. */
    record Proportional() implements Allocation {}

    /** The same number from every stratum. */
    record Equal() implements Allocation {}

    /** By the size of the strata and the standard deviation of a number in them. */
    record Neyman(
            @Key(doc = "The numeric column whose mean the sample is to tell.")
            String target) implements Allocation {}
}
