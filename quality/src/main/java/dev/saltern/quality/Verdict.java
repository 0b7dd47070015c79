/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import dev.saltern.quality.dqdl.Condition;
import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/** Turns what was counted into a number and a decision. */
@FunctionalInterface
interface Verdict {

    Judgement judge(Tally tally);

    /**
     * The observed number and whether it is as required.
     *
     * @param observed null when there is no row to take a share of
     */
    record Judgement(@Nullable Double observed, boolean passed) {}

    /** Not one row may be bad; holds where there are no rows. */
    static Verdict everyRow() {
        return tally -> new Judgement(tally.judged() == 0 ? null : share(tally).doubleValue(), tally.bad() == 0);
    }

    /** The share of good rows meets a condition; fails where there are no rows. */
    static Verdict share(Condition condition) {
        return tally -> {
            if (tally.judged() == 0) {
                return new Judgement(null, false);
            }
            BigDecimal share = share(tally);
            return new Judgement(share.doubleValue(), condition.holds(share));
        };
    }

    /** The number of rows meets a condition; no rows are the number 0. */
    static Verdict count(Condition condition) {
        return tally -> new Judgement((double) tally.judged(), condition.holds(BigDecimal.valueOf(tally.judged())));
    }

    /** The number that the rule is about meets a condition; fails where there is none, or it is NaN or infinite. */
    static Verdict number(Condition condition) {
        return tally -> {
            Number value = tally.value();
            if (value == null || !Double.isFinite(value.doubleValue())) {
                return new Judgement(null, false);
            }
            BigDecimal exact = new BigDecimal(value.toString());
            return new Judgement(exact.doubleValue(), condition.holds(exact));
        };
    }

    private static BigDecimal share(Tally tally) {
        return BigDecimal.valueOf(tally.judged() - tally.bad())
                .divide(BigDecimal.valueOf(tally.judged()), MathContext.DECIMAL64);
    }
}
