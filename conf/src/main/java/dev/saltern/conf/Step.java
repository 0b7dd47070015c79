/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf;

import java.util.List;

/** One named computation; its result is a view that later steps and outputs can use. */
public sealed interface Step
        permits SqlStep, DedupeStep, JoinStep, AggregateStep, PivotStep, MovingAverageStep, SampleStep, JavaStep {
    /** Returns the step's name. */
    String name();

    /** Returns the views that the step names as its inputs; empty for {@link SqlStep}, whose text names them. */
    List<String> inputs();
}
