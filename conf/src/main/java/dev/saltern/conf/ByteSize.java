/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number of bytes.
 *
 * @param bytes 1 or more
 */
public record ByteSize(long bytes) {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,9})\\s*(KB|MB|GB)");
    private static final Map<String, Integer> SHIFTS = Map.of("KB", 10, "MB", 20, "GB", 30);

    /** Reads {@code 256MB}, with KB, MB and GB as powers of 1,024; throws {@link IllegalArgumentException} for anything else. */
    public static ByteSize parse(String text) {
        Matcher matcher = FORM.matcher(text.trim().toUpperCase(Locale.ROOT));
        if (!matcher.matches() || Long.parseLong(matcher.group(1)) == 0) {
            throw new IllegalArgumentException("Invalid size: " + text + " (must be such as 512KB, 256MB or 1GB)");
        }
        return new ByteSize(Long.parseLong(matcher.group(1)) << SHIFTS.getOrDefault(matcher.group(2), 0));
    }

    @Override
    public String toString() {
        for (int shift = 30; shift >= 10; shift -= 10) {
            if (bytes % (1L << shift) == 0) {
                return (bytes >> shift) + (shift == 30 ? "GB" : shift == 20 ? "MB" : "KB");
            }
        }
        return bytes + " bytes";
    }
}
