/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.load;

import dev.saltern.conf.schema.KebabCase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Turns a scalar's text into a value; throws {@link Invalid} with the reason. */
final class Scalars {
    private Scalars() {}

    /** Why a text is no value; the message stands behind {@code Invalid <key>: <value>}, or replaces the whole. */
    static final class Invalid extends Exception {
        private static final long serialVersionUID = 1L;
        private final boolean whole;

        private Invalid(String message, boolean whole) {
            super(message);
            this.whole = whole;
        }

        String describe(String key, String text) {
            return whole ? String.valueOf(getMessage()) : "Invalid " + key + ": " + text + " (" + getMessage() + ")";
        }
    }

    static Object parse(Class<?> type, String text) throws Invalid {
        try {
            if (type == String.class) {
                return text;
            }
            if (type == int.class || type == Integer.class) {
                return Integer.valueOf(text);
            }
            if (type == long.class || type == Long.class) {
                return Long.valueOf(text);
            }
            if (type == double.class || type == Double.class) {
                return Double.valueOf(text);
            }
        } catch (NumberFormatException e) {
            throw new Invalid(
                    type.getSimpleName().toLowerCase(Locale.ROOT).startsWith("d")
                            ? "must be a number"
                            : "must be a whole number",
                    false);
        }
        if (type == boolean.class) {
            return parseBoolean(text);
        }
        return type.isEnum() ? parseEnum(type, text) : parseOther(type, text);
    }

    private static Object parseBoolean(String text) throws Invalid {
        String word = text.toLowerCase(Locale.ROOT);
        if (!word.equals("true") && !word.equals("false")) {
            throw new Invalid("must be true or false", false);
        }
        return word.equals("true");
    }

    private static Object parseEnum(Class<?> type, String text) throws Invalid {
        String typed = text.toLowerCase(Locale.ROOT);
        List<String> names = enumNames(type);
        int index = names.indexOf(typed);
        if (index < 0) {
            Optional<String> nearest = Nearest.find(typed, names);
            throw new Invalid(
                    "must be " + either(names)
                            + nearest.map(name -> "; nearest: " + name).orElse(""),
                    false);
        }
        return type.getEnumConstants()[index];
    }

    /** Returns how people write the constant. */
    static String name(Enum<?> constant) {
        return KebabCase.of(constant);
    }

    /** Returns how people write the constants. */
    static List<String> enumNames(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> KebabCase.of((Enum<?>) constant))
                .toList();
    }

    /** Returns {@code a, b or c}. */
    static String either(List<String> names) {
        int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " or " + names.get(last);
    }

    private static Object parseOther(Class<?> type, String text) throws Invalid {
        try {
            if (type == ZoneId.class) {
                return ZoneId.of(text);
            }
            if (type == Charset.class) {
                return Charset.forName(text);
            }
            Method parse = type.getMethod("parse", String.class);
            return Objects.requireNonNull(parse.invoke(null, text));
        } catch (DateTimeException e) {
            throw new Invalid("must be a time zone such as UTC or Europe/Berlin", false);
        } catch (IllegalArgumentException e) {
            throw new Invalid("must be a character encoding such as UTF-8 or ISO-8859-1", false);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException cause) {
                throw new Invalid(String.valueOf(cause.getMessage()), true);
            }
            throw new IllegalStateException("Cannot parse " + type, e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot bind the type " + type, e);
        }
    }
}
