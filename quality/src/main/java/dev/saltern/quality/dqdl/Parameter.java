/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.dqdl;

import java.util.List;

/**
 * What stands between the type of a rule and its condition.
 *
 * @param text the parameter without its quotes
 * @param kind what it means
 * @param span where it stands
 */
public record Parameter(String text, ParameterKind kind, Span span) {

    /** Returns the columns of the checked table that it names. */
    public List<String> columns() {
        return kind.columns(text);
    }
}
