/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf;

import java.util.List;
import java.util.Set;

/**
 * Joins two views on columns of the same name.
 */
public record JoinStep(
        @Key(doc = "The step's name, the view that later steps and outputs use.")
        String name,

        @Key(doc = "The left view.") String left,
        @Key(doc = "The right view.") String right,

        @Key(doc = "The key columns, which stand on both sides.", required = true)
        List<String> on,

        @Key(doc = "inner, left, right, full, semi or anti.", defaultValue = DEFAULT_TYPE)
        Type type,

        @Key(
                doc = "What is done about keys that very many rows share: auto, off or {force: salt}.",
                defaultValue = Skew.DEFAULT)
        Skew skew)
        implements Step, SkewAware {
    /** Rows without a partner leave. */
    public static final String DEFAULT_TYPE = "inner";

    public JoinStep {
        on = List.copyOf(on);
    }

    /** Which rows without a partner stay. */
    public enum Type {
        INNER,
        LEFT,
        RIGHT,
        FULL,
        SEMI,
        ANTI
    }

    @Override
    public List<String> inputs() {
        return List.of(left, right);
    }

    @Override
    public Set<SkewTreatment> treatments() {
        return Set.of(SkewTreatment.ADAPTIVE, SkewTreatment.BROADCAST, SkewTreatment.SALT, SkewTreatment.SPLIT);
    }
}
