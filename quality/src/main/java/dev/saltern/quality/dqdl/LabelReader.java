/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.dqdl;

import dev.saltern.quality.dqdl.Token.Kind;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads {@code ["team"="sales", "criticality"="high"]}.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/dqdl.html#dqdl-labels-constraints">DQDL label constraints</a>
 */
final class LabelReader {
    private static final int MAX_LABELS = 10;
    private static final int MAX_KEY = 128;
    private static final int MAX_VALUE = 256;

    private final TokenStream tokens;

    LabelReader(TokenStream tokens) {
        this.tokens = tokens;
    }

    /** Returns the labels, added to or in the place of those that hold by default. */
    Map<String, String> labels(Map<String, String> defaults) {
        Map<String, String> own = new TreeMap<>();
        Token start = tokens.peek();
        tokens.expectSymbol("[");
        do {
            Token key = tokens.peek();
            String name = text("Invalid label: ", MAX_KEY);
            tokens.expectSymbol("=");
            if (own.put(name, text("Invalid value of the label " + name + ": ", MAX_VALUE)) != null) {
                throw tokens.fail(key, "Cannot read " + Quotes.quote(name) + ": the label stands there already");
            }
        } while (tokens.acceptSymbol(","));
        tokens.expectSymbol("]");
        Map<String, String> all = new TreeMap<>(defaults);
        all.putAll(own);
        if (all.size() > MAX_LABELS) {
            throw tokens.fail(
                    start, "Invalid number of labels: " + all.size() + " (must be at most " + MAX_LABELS + ")");
        }
        return all;
    }

    private String text(String invalid, int maxLength) {
        Token token = tokens.peek();
        if (token.kind() != Kind.STRING) {
            throw tokens.unexpected(token, "a label such as \"team\"=\"sales\"");
        }
        String text = tokens.next().value();
        if (text.isEmpty() || text.length() > maxLength) {
            throw tokens.fail(token, invalid + Quotes.quote(text) + " (must be of 1 to " + maxLength + " characters)");
        }
        return text;
    }
}
