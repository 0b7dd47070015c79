/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.kit.machine;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values with JSONata in them: a text between <code>{%</code> and <code>%}</code> is an expression. */
final class Expressions {
    private static final String OPEN = "{%";
    private static final String CLOSE = "%}";

    /** What an expression fails with, also where it finds nothing. */
    static final String ERROR = "States.QueryEvaluationError";

    private final Map<String, Object> variables;
    private final Map<String, Object> states;

    /**
     * Takes the names that expressions may use.
     *
     * @param variables what states assigned
     * @param states what stands behind {@code $states}
     */
    Expressions(Map<String, Object> variables, Map<String, Object> states) {
        this.variables = variables;
        this.states = states;
    }

    /** Returns the value with every expression in it evaluated. */
    @Nullable
    Object value(@Nullable Object template) {
        if (template instanceof String text) {
            return text.startsWith(OPEN) && text.endsWith(CLOSE)
                    ? evaluate(text.substring(OPEN.length(), text.length() - CLOSE.length()))
                    : text;
        }
        if (template instanceof Map<?, ?> map) {
            Map<String, Object> values = new LinkedHashMap<>();
            map.forEach((key, item) -> values.put(String.valueOf(key), value(item)));
            return values;
        }
        if (template instanceof List<?> list) {
            List<Object> values = new ArrayList<>();
            list.forEach(item -> values.add(value(item)));
            return values;
        }
        return template;
    }

    private @Nullable Object evaluate(String expression) {
        try {
            Jsonata jsonata = Jsonata.jsonata(expression.strip());
            Jsonata.Frame frame = jsonata.createFrame();
            variables.forEach(frame::bind);
            frame.bind("states", states);
            Object found = jsonata.evaluate(null, frame);
            if (found == null) {
                throw new TaskFailure(ERROR, "Nothing is there for " + expression.strip());
            }
            return plain(found);
        } catch (JException e) {
            throw new TaskFailure(ERROR, e.getMessage() + " in " + expression.strip());
        }
    }

    /** The library's lists know their expression; only what is in them counts. */
    private static @Nullable Object plain(@Nullable Object value) {
        if (value == Jsonata.NULL_VALUE) {
            return null;
        }
        if (value instanceof List<?> list) {
            List<Object> items = new ArrayList<>();
            list.forEach(item -> items.add(plain(item)));
            return items;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> entries = new LinkedHashMap<>();
            map.forEach((key, item) -> entries.put(String.valueOf(key), plain(item)));
            return entries;
        }
        return value;
    }
}
