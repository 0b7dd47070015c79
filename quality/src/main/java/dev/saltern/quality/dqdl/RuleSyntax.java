/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.dqdl;

import java.util.ArrayList;
import java.util.List;

/**
 * How a rule type is written.
 *
 * @param slots what the parameters mean, in their order
 * @param conditionOptional whether the condition may be left out when every parameter is there
 * @param tags the names that may stand after {@code with}, besides threshold
 * @param extension whether AWS Glue does not know it
 * @param differs where the open-source engine Deequ answers differently; empty where nothing is known
 */
record RuleSyntax(
        String label,
        Lane lane,
        List<Slot> slots,
        ConditionShape shape,
        boolean conditionOptional,
        boolean takesWhere,
        boolean takesThreshold,
        List<String> tags,
        Use use,
        boolean extension,
        String differs,
        String doc,
        String example) {

    /** Where a type may stand. */
    enum Use {
        RULE,
        ANALYZER,
        BOTH
    }

    /**
     * One place for parameters.
     *
     * @param min fewest parameters there
     * @param max most parameters there
     */
    record Slot(ParameterKind kind, int min, int max) {}

    RuleSyntax {
        slots = List.copyOf(slots);
        tags = List.copyOf(tags);
    }

    /** Starts with a rule without parameters, condition and clauses. */
    static Builder rule(String label, Lane lane) {
        return new Builder(label, lane);
    }

    /** Adds one thing with each method; {@link #says} comes last. */
    static final class Builder {
        private final String label;
        private final Lane lane;
        private final List<Slot> slots = new ArrayList<>();
        private ConditionShape shape = ConditionShape.NONE;
        private boolean conditionOptional;
        private boolean takesWhere;
        private boolean takesThreshold;
        private List<String> tags = List.of();
        private Use use = Use.RULE;
        private boolean extension;
        private String differs = "";

        private Builder(String label, Lane lane) {
            this.label = label;
            this.lane = lane;
        }

        Builder one(ParameterKind kind) {
            return slot(kind, 1, 1);
        }

        Builder optional(ParameterKind kind) {
            return slot(kind, 0, 1);
        }

        Builder many(ParameterKind kind) {
            return slot(kind, 1, Integer.MAX_VALUE);
        }

        Builder any(ParameterKind kind) {
            return slot(kind, 0, Integer.MAX_VALUE);
        }

        private Builder slot(ParameterKind kind, int min, int max) {
            slots.add(new Slot(kind, min, max));
            return this;
        }

        Builder condition(ConditionShape condition) {
            shape = condition;
            return this;
        }

        Builder optionalCondition(ConditionShape condition) {
            conditionOptional = true;
            return condition(condition);
        }

        Builder where() {
            takesWhere = true;
            return this;
        }

        Builder threshold() {
            takesThreshold = true;
            return this;
        }

        Builder tags(String... names) {
            tags = List.of(names);
            return this;
        }

        Builder analyzer() {
            use = Use.BOTH;
            return this;
        }

        Builder analyzerOnly() {
            use = Use.ANALYZER;
            return this;
        }

        Builder extension() {
            extension = true;
            return this;
        }

        Builder differs(String where) {
            differs = where;
            return this;
        }

        RuleSyntax says(String doc, String example) {
            return new RuleSyntax(
                    label,
                    lane,
                    slots,
                    shape,
                    conditionOptional,
                    takesWhere,
                    takesThreshold,
                    tags,
                    use,
                    extension,
                    differs,
                    doc,
                    example);
        }
    }
}
