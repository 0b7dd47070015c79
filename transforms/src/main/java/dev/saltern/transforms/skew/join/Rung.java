/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.join;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether one treatment is possible and pays.
 *
 * @param found how it is done, null if it is not
 * @param declined what is not done and why, one sentence each, with the numbers
 */
record Rung(@Nullable Step found, List<String> declined) {
    /** Copies the list. */
    Rung {
        declined = List.copyOf(declined);
    }

    /**
     * How a treatment is done.
     *
     * @param reason why it may be done
     * @param broadcast side whose hot rows are broadcast
     * @param salts pieces of the hot keys
     * @param nullSalts pieces of the kept rows without a key, 1 if they are not cut
     */
    record Step(String reason, Choice.Reach broadcast, List<SaltCount> salts, int nullSalts) {
        /** Copies the list. */
        Step {
            salts = List.copyOf(salts);
        }
    }

    static Rung refuse(String reason) {
        return new Rung(null, List.of(reason));
    }

    static Rung take(Step step) {
        return new Rung(step, List.of());
    }

    Optional<Step> step() {
        return Optional.ofNullable(found);
    }
}
