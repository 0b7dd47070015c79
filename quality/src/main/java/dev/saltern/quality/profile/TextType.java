/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.profile;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a text says, from the narrowest type to the widest. */
enum TextType {
    BOOLEAN,
    INTEGER,
    DECIMAL,
    DATE,
    TIMESTAMP,
    /** A word for a missing value, which fits every type. */
    NOTHING,
    STRING;

    private static final int MAX_CHARACTERS = 40;
    private static final int DATE_CHARACTERS = 10;
    private static final Set<String> NOTHING_WORDS = Set.of("", "NA", "N/A", "NULL", "NONE", "NAN", "-", "?", "\\N");
    private static final Pattern DECIMAL_NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?");
    private static final Pattern ZONE = Pattern.compile("(Z|[+-]\\d{2}(:?\\d{2})?)$");

    /** Returns the type of a text. A number that begins with a needless zero is a string: as a number it would lose that. */
    static TextType of(String text) {
        String plain = text.strip();
        if (plain.length() > MAX_CHARACTERS) {
            return STRING;
        }
        String upper = plain.toUpperCase(Locale.ROOT);
        if (NOTHING_WORDS.contains(upper)) {
            return NOTHING;
        }
        if (upper.equals("TRUE") || upper.equals("FALSE")) {
            return BOOLEAN;
        }
        char first = plain.charAt(0);
        boolean sign = first == '-' || first == '+';
        char start = sign && plain.length() > 1 ? plain.charAt(1) : first;
        if ((start < '0' || start > '9') && start != '.') {
            return STRING;
        }
        TextType number = number(plain, sign ? 1 : 0);
        return number == STRING ? moment(plain) : number;
    }

    private static TextType number(String text, int from) {
        int digits = from;
        while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
            digits++;
        }
        boolean padded = text.charAt(from) == '0' && digits > from + 1;
        if (padded) {
            return STRING;
        }
        if (digits == text.length()) {
            return digits - from <= 18 ? INTEGER : STRING;
        }
        return DECIMAL_NUMBER.matcher(text).matches() ? DECIMAL : STRING;
    }

    private static TextType moment(String text) {
        if (text.length() < DATE_CHARACTERS || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return STRING;
        }
        try {
            LocalDate.parse(text.substring(0, DATE_CHARACTERS));
            if (text.length() == DATE_CHARACTERS) {
                return DATE;
            }
            char separator = text.charAt(DATE_CHARACTERS);
            LocalTime.parse(ZONE.matcher(text.substring(DATE_CHARACTERS + 1)).replaceFirst(""));
            return separator == 'T' || separator == ' ' ? TIMESTAMP : STRING;
        } catch (DateTimeException e) {
            return STRING;
        }
    }
}
