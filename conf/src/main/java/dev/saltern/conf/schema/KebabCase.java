/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.schema;

import java.util.Locale;
import java.util.regex.Pattern;

/** The spelling of names in files that people write: lower case, words joined by hyphens. */
public final class KebabCase {
    private static final Pattern WORD_START = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private KebabCase() {}

    /** Returns {@code max-values} for {@code maxValues} and {@code MaxValues}. */
    public static String of(String name) {
        return WORD_START.matcher(name).replaceAll("-").toLowerCase(Locale.ROOT);
    }

    /** Returns {@code fixed-width} for {@code FIXED_WIDTH}. */
    public static String of(Enum<?> constant) {
        return constant.name().replace('_', '-').toLowerCase(Locale.ROOT);
    }
}
