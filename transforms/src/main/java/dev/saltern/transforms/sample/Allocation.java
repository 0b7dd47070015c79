/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.sample;

import dev.saltern.transforms.InvalidTransformException;
import java.io.Serializable;

/** How the rows of a stratified sample are shared out among the strata; crosses to executors. */
public sealed interface Allocation extends Serializable {

    /** By the size of the strata: {@code n_h = n N_h / N}. */
    static Allocation proportional() {
        return new Proportional();
    }

    /** The same number from every stratum: {@code n_h = n / H}. */
    static Allocation equal() {
        return new Equal();
    }

    /** By size and spread of a number: {@code n_h = n N_h S_h / sum(N_i S_i)}. */
    static Allocation neyman(String target) {
        return new Neyman(target);
    }

    /** By the size of the strata. */
    record Proportional() implements Allocation {
        @Override
        public String toString() {
            return "proportional";
        }
    }

    /** The same number from every stratum. */
    record Equal() implements Allocation {
        @Override
        public String toString() {
            return "equal";
        }
    }

    /**
     * By size and spread: what gives the mean of the target the least variance for this number of rows.
     *
     * <p>The spread is the standard deviation with divisor {@code N_h - 1} over the finite values: NULL, NaN and
     * infinite values do not count, and with fewer than two values it is 0. A stratum without spread gets no row as
     * long as others have rows left; when none has spread, the allocation is the proportional one.
     *
     * @param target name of a numeric column
     */
    record Neyman(String target) implements Allocation {
        /** Checks that there is a name. */
        public Neyman {
            InvalidTransformException.require(!target.isEmpty(), "Missing required target");
        }

        @Override
        public String toString() {
            return "neyman by " + target;
        }
    }
}
