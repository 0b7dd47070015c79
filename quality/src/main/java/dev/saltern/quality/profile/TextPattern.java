/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.profile;

/** The shape of a text: digits become 9, upper case letters A, other letters a, and all else stays. */
final class TextPattern {
    private static final int MAX_CHARACTERS = 40;
    private static final String MORE = "...";

    private TextPattern() {}

    /** Returns the shape, cut after 40 characters. */
    static String of(String text) {
        int length = Math.min(text.length(), MAX_CHARACTERS);
        StringBuilder shape = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (Character.isDigit(c)) {
                shape.append('9');
            } else if (Character.isUpperCase(c)) {
                shape.append('A');
            } else {
                shape.append(Character.isLetter(c) ? 'a' : c);
            }
        }
        return text.length() > MAX_CHARACTERS ? shape.append(MORE).toString() : shape.toString();
    }

    /** Returns whether the shape tells the whole text. */
    static boolean isWhole(String shape) {
        return shape.length() <= MAX_CHARACTERS;
    }

    /** Returns the regular expression of all texts in ASCII that have a shape. */
    static String regex(String shape) {
        StringBuilder regex = new StringBuilder();
        int start = 0;
        while (start < shape.length()) {
            int end = start + 1;
            while (end < shape.length() && shape.charAt(end) == shape.charAt(start)) {
                end++;
            }
            regex.append(piece(shape.charAt(start)));
            if (end - start > 1) {
                regex.append('{').append(end - start).append('}');
            }
            start = end;
        }
        return regex.toString();
    }

    private static String piece(char c) {
        return switch (c) {
            case '9' -> "[0-9]";
            case 'A' -> "[A-Z]";
            case 'a' -> "[a-z]";
            default -> "-_/:,;@# ".indexOf(c) >= 0 ? String.valueOf(c) : "\\" + c;
        };
    }
}
