/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.dqdl;

import java.util.List;
import java.util.Map;

/**
 * What stands between two commas of a ruleset: one rule, or rules joined by {@code and} and {@code or}.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/dqdl.html#dqdl-syntax-rule-composition">DQDL composite rules</a>
 */
public sealed interface Statement permits Rule, Composite {

    /** Returns the statement on one line, which is also its id; parsing it gives an equal statement at another place. */
    String text();

    /** Returns where the statement stands. */
    Span span();

    /** Returns the rules it is made of, in the order written; a rule is made of itself. */
    List<Rule> rules();

    /** Returns the labels, the default labels of the ruleset among them, in the order of their keys; unmodifiable. */
    Map<String, String> labels();
}
