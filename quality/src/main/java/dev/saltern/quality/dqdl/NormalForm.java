/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.dqdl;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a rule on one line: one space, parameters quoted, {@code where}, the threshold, the tags and the labels by name. */
final class NormalForm {
    private final StringBuilder text;

    NormalForm(RuleType type, List<Parameter> parameters) {
        text = new StringBuilder(type.label());
        parameters.forEach(parameter -> text.append(' ').append(Quotes.quote(parameter.text())));
    }

    NormalForm condition(@Nullable Condition condition) {
        if (condition != null) {
            text.append(' ').append(condition.text());
        }
        return this;
    }

    NormalForm where(@Nullable String where) {
        if (where != null) {
            text.append(" where ").append(Quotes.quote(where));
        }
        return this;
    }

    NormalForm with(String tag, @Nullable Condition condition) {
        if (condition != null) {
            text.append(" with ").append(tag).append(' ').append(condition.text());
        }
        return this;
    }

    NormalForm labels(Map<String, String> labels) {
        if (!labels.isEmpty()) {
            text.append(labels.entrySet().stream()
                    .map(label -> Quotes.quote(label.getKey()) + "=" + Quotes.quote(label.getValue()))
                    .collect(Collectors.joining(", ", " labels=[", "]")));
        }
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
