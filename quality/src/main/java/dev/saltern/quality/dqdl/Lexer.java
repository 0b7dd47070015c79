/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.dqdl;

import dev.saltern.quality.dqdl.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Cuts a ruleset into words; whatever is no word becomes an {@link Kind#INVALID} token, so it never fails. */
final class Lexer {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final int DATE_LENGTH = "2024-01-01".length();

    private final String text;
    private final int firstColumn;
    private final List<Token> tokens = new ArrayList<>();
    private int position;
    private int line;
    private int lineStart;
    private boolean firstOnLine = true;

    private Lexer(String text, int firstLine, int firstColumn) {
        this.text = text;
        this.line = firstLine;
        this.firstColumn = firstColumn;
        if (text.startsWith(BYTE_ORDER_MARK)) {
            position = 1;
            lineStart = 1;
        }
    }

    /** Returns the words of the text, the last of them {@link Kind#END}. */
    static List<Token> tokens(String text, int firstLine, int firstColumn) {
        return new Lexer(text, firstLine, firstColumn).run();
    }

    private List<Token> run() {
        while (position < text.length()) {
            char c = text.charAt(position);
            if (c == '\n') {
                newLine();
            } else if (Character.isWhitespace(c)) {
                position++;
            } else if (c == '#') {
                comment();
            } else {
                word(c);
            }
        }
        add(Kind.END, "", position);
        return List.copyOf(tokens);
    }

    private void newLine() {
        position++;
        line++;
        lineStart = position;
        firstOnLine = true;
    }

    private void comment() {
        while (position < text.length() && text.charAt(position) != '\n') {
            position++;
        }
    }

    private void word(char c) {
        if (c == '"') {
            string();
        } else if (isDigit(c)) {
            number();
        } else if (isNamePart(c)) {
            add(Kind.NAME, endOfName());
        } else if (c == '$' && position + 1 < text.length() && isNamePart(text.charAt(position + 1))) {
            int end = endOfName(position + 1);
            add(Kind.CONSTANT, text.substring(position + 1, end), end);
        } else if (isComparison(c)) {
            int end = position;
            while (end < text.length() && isComparison(text.charAt(end))) {
                end++;
            }
            add(Kind.SYMBOL, end);
        } else if ("[](){},:+-*/".indexOf(c) >= 0) {
            add(Kind.SYMBOL, position + 1);
        } else {
            int end = position + Character.charCount(text.codePointAt(position));
            add(Kind.INVALID, "Cannot read " + text.substring(position, end) + ": it has no meaning here", end);
        }
    }

    /** Only SQL may span lines: elsewhere a forgotten quote must not swallow the rules that follow. */
    private void string() {
        int end = endOfString();
        if (end < text.length() && text.charAt(end) == '"') {
            int start = position;
            add(Kind.STRING, Quotes.unquote(text.substring(position + 1, end)), end + 1);
            countLines(start, position);
        } else {
            int lineEnd = text.indexOf('\n', position);
            int stop = lineEnd < 0 ? text.length() : lineEnd;
            String start = text.substring(position, stop).strip();
            add(Kind.INVALID, "Cannot read the string " + start + ": the closing \" is missing", stop);
        }
    }

    /** Returns the offset of the closing quote, or of the line end or the text end that comes before it. */
    private int endOfString() {
        boolean multiLine = mayHoldSql();
        int end = position + 1;
        while (end < text.length() && text.charAt(end) != '"') {
            if (text.charAt(end) == '\n' && (!multiLine || beginsRule(end + 1))) {
                return end;
            }
            end += text.charAt(end) == '\\' && end + 1 < text.length() && text.charAt(end + 1) != '\n' ? 2 : 1;
        }
        return Math.min(end, text.length());
    }

    private boolean mayHoldSql() {
        Token last = tokens.isEmpty() ? null : tokens.get(tokens.size() - 1);
        return last != null && (last.isName("where") || last.isName(RuleType.CUSTOM_SQL.label()));
    }

    /** Returns whether a line begins with a rule type and a blank: SQL that does so is a string that was not closed. */
    private boolean beginsRule(int lineStart) {
        int start = lineStart;
        while (start < text.length() && " \t\r(".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        int end = endOfName(start);
        return end < text.length()
                && text.charAt(end) == ' '
                && RuleType.find(text.substring(start, end)).isPresent();
    }

    private void countLines(int from, int to) {
        for (int i = text.indexOf('\n', from); i >= 0 && i < to; i = text.indexOf('\n', i + 1)) {
            line++;
            lineStart = i + 1;
        }
    }

    private void number() {
        int end = endOfName();
        String word = text.substring(position, end);
        if (looksLikeDate()) {
            add(Kind.DATE, position + DATE_LENGTH);
        } else if (word.chars().allMatch(c -> isDigit((char) c) || c == '.')
                && word.indexOf('.') == word.lastIndexOf('.')
                && !word.endsWith(".")) {
            add(Kind.NUMBER, end);
        } else {
            add(Kind.INVALID, "Invalid number: " + word + " (must be digits, with at most one point inside)", end);
        }
    }

    private boolean looksLikeDate() {
        if (position + DATE_LENGTH > text.length()
                || (position + DATE_LENGTH < text.length() && isNamePart(text.charAt(position + DATE_LENGTH)))) {
            return false;
        }
        for (int i = 0; i < DATE_LENGTH; i++) {
            char c = text.charAt(position + i);
            boolean dash = i == 4 || i == 7;
            if (dash ? c != '-' : !isDigit(c)) {
                return false;
            }
        }
        return true;
    }

    private int endOfName() {
        return endOfName(position);
    }

    private int endOfName(int from) {
        int end = from;
        while (end < text.length() && isNamePart(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private void add(Kind kind, int end) {
        add(kind, text.substring(position, end), end);
    }

    private void add(Kind kind, String value, int end) {
        int column = firstColumn + position - lineStart;
        tokens.add(new Token(kind, value, position, end, line, column, firstOnLine));
        position = end;
        firstOnLine = false;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '.';
    }

    private static boolean isComparison(char c) {
        return c == '=' || c == '!' || c == '<' || c == '>';
    }
}
