/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage.read;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a json file that is not one record per line: one array, whose elements are the records, or values one after the other.
 *
 * <p>Looks at brackets and strings only, whatever their depth; what stands between two cuts is left to the parser.
 */
final class JsonSpans extends Spans {
    private enum Place {
        START,
        SEQUENCE,
        FIRST_ELEMENT,
        AFTER_ELEMENT,
        AFTER_ARRAY,
        END
    }

    private Place place = Place.START;
    private long currentLine = 1;
    private @Nullable String flaw;

    JsonSpans(ByteWindow window) {
        super(window);
    }

    @Override
    boolean next() throws IOException {
        flaw = null;
        boolean found = advance();
        if (found) {
            Utf8.check(window, window.from, to);
        }
        return found;
    }

    private boolean advance() throws IOException {
        int next = skipBlanks();
        if (place == Place.START) {
            place = next == '[' ? Place.FIRST_ELEMENT : Place.SEQUENCE;
            if (next == '[') {
                window.at++;
                next = skipBlanks();
            }
        }
        return switch (place) {
            case START, END -> false;
            case SEQUENCE -> next >= 0 && takeValue();
            case FIRST_ELEMENT -> firstElement(next);
            case AFTER_ELEMENT -> nextElement(next);
            case AFTER_ARRAY -> next >= 0 && takeRest("text follows the end of the array");
        };
    }

    private boolean firstElement(int next) throws IOException {
        if (next == ']') {
            window.at++;
            place = Place.AFTER_ARRAY;
            return advance();
        }
        if (next < 0) {
            return takeRest("the array is not closed");
        }
        place = Place.AFTER_ELEMENT;
        return takeValue();
    }

    private boolean nextElement(int next) throws IOException {
        if (next == ']') {
            window.at++;
            place = Place.AFTER_ARRAY;
            return advance();
        }
        if (next < 0) {
            return takeRest("the array is not closed");
        }
        if (next != ',') {
            takeValue();
            flaw = "a comma or the end of the array is missing before this value";
            return true;
        }
        window.at++;
        int value = skipBlanks();
        if (value < 0 || value == ']' || value == ',') {
            window.from = window.at;
            line = currentLine;
            to = window.at;
            flaw = "a value is missing after a comma";
            return true;
        }
        return takeValue();
    }

    private boolean takeRest(String reason) throws IOException {
        window.from = window.at;
        line = currentLine;
        while (window.fill()) {
            window.at = window.limit;
        }
        window.at = window.limit;
        to = window.limit;
        flaw = reason;
        place = Place.END;
        return true;
    }

    private boolean takeValue() throws IOException {
        window.from = window.at;
        line = currentLine;
        int depth = 0;
        do {
            int value = window.bytes[window.at++];
            if (value == '"') {
                takeString();
            } else if (value == '{' || value == '[') {
                depth++;
            } else if (value == '}' || value == ']') {
                depth--;
            } else if (value == '\n') {
                currentLine++;
            } else if (depth == 0 && atBareEnd()) {
                break;
            }
        } while ((depth > 0 || isBare()) && (window.at < window.limit || window.fill()));
        to = window.at;
        if (depth > 0) {
            flaw = "a value is not closed";
        }
        return true;
    }

    /** Returns whether the value is neither an object, an array nor a string, so that only what follows can end it. */
    private boolean isBare() {
        byte first = window.bytes[window.from];
        return first != '{' && first != '[' && first != '"' && first != '}' && first != ']' && first != ',';
    }

    private boolean atBareEnd() throws IOException {
        if (!isBare() || (window.at == window.limit && !window.fill())) {
            return true;
        }
        return " \t\r\n,]}[{\"".indexOf(window.bytes[window.at]) >= 0;
    }

    private void takeString() throws IOException {
        boolean escaped = false;
        while (window.at < window.limit || window.fill()) {
            byte value = window.bytes[window.at++];
            if (value == '\n') {
                currentLine++;
            }
            if (escaped) {
                escaped = false;
            } else if (value == '\\') {
                escaped = true;
            } else if (value == '"') {
                return;
            }
        }
    }

    private int skipBlanks() throws IOException {
        window.from = window.at;
        while (window.at < window.limit || window.fill()) {
            byte value = window.bytes[window.at];
            if (value != ' ' && value != '\t' && value != '\r' && value != '\n') {
                return value & 0xFF;
            }
            if (value == '\n') {
                currentLine++;
            }
            window.at++;
            window.from = window.at;
        }
        return -1;
    }

    @Override
    @Nullable
    String flaw() {
        return flaw;
    }
}
