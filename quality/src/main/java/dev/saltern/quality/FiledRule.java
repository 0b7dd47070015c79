/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import dev.saltern.quality.dqdl.Rule;

/** A rule, and what happens when it is broken. */
public record FiledRule(Action action, Rule rule) {

    /** Returns the id of the rule, which is its text in normal form. */
    public String id() {
        return rule.text();
    }
}
