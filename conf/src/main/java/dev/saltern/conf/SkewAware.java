/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf;

import java.util.Set;

/** A step that brings the rows of each key together, and so suffers where one key has very many. */
public sealed interface SkewAware permits JoinStep, AggregateStep, PivotStep, MovingAverageStep {
    /** Returns what is done about hot keys. */
    Skew skew();

    /** Returns the treatments that can be forced. */
    Set<SkewTreatment> treatments();
}
