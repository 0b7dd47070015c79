/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew;

/** Who decides what is done about hot keys. */
public sealed interface SkewMode {
    /** The measured numbers decide. */
    static SkewMode auto() {
        return new Auto();
    }

    /** Nothing is done. */
    static SkewMode off() {
        return new Off();
    }

    /** This is done wherever it leaves the answer as it is, whether it pays or not. */
    static SkewMode force(Treatment treatment) {
        return new Force(treatment);
    }

    /** The measured numbers decide. */
    record Auto() implements SkewMode {
        @Override
        public String toString() {
            return "auto";
        }
    }

    /** Nothing is done. */
    record Off() implements SkewMode {
        @Override
        public String toString() {
            return "off";
        }
    }

    /**
     * One treatment is wanted.
     *
     * @param treatment what is to be done
     */
    record Force(Treatment treatment) implements SkewMode {
        @Override
        public String toString() {
            return "force " + treatment.label();
        }
    }
}
