/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.cluster;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A type of EC2 machine by its name, which says what it is: {@code m7g.2xlarge} is of the family {@code m7g} (general purpose, 7th
 * generation, Graviton) and has 8 virtual processors.
 *
 * @param family such as {@code r6gd}
 * @param size such as {@code xlarge}
 */
public record InstanceType(String family, String size) {
    /** The families that EMR 7.x runs and that batch work is bought on. */
    public static final List<String> FAMILIES = List.of(
            "m5", "m5a", "m5d", "m6a", "m6g", "m6gd", "m6i", "m6id", "m7a", "m7g", "m7gd", "m7i", "m8g", "r5", "r5a",
            "r5d", "r6a", "r6g", "r6gd", "r6i", "r6id", "r7a", "r7g", "r7gd", "r7i", "r8g", "c5", "c5a", "c5d", "c6a",
            "c6g", "c6gd", "c6i", "c6id", "c7a", "c7g", "c7gd", "c7i", "c8g", "i3en", "i4g", "i4i");

    private static final Pattern FORM = Pattern.compile("([a-z]+[0-9][a-z]*)\\.((?:([0-9]{1,2})?x)?large)");
    private static final Pattern GRAVITON = Pattern.compile("[a-z]+[0-9]g[a-z]*");
    private static final int CORES_OF_LARGE = 2;
    private static final int CORES_OF_XLARGE = 4;

    /** Reads {@code m7g.xlarge}; throws {@link IllegalArgumentException} for what is no name of a type. */
    public static InstanceType parse(String text) {
        Matcher matcher = FORM.matcher(text.trim());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "Invalid instance type: " + text + " (must be a family and a size, such as m7g.xlarge)");
        }
        return new InstanceType(matcher.group(1), matcher.group(2));
    }

    /** Returns what its processors are. */
    public Architecture architecture() {
        return GRAVITON.matcher(family).matches() ? Architecture.GRAVITON : Architecture.X86;
    }

    /** Returns whether EMR 7.x runs it, as far as Saltern knows. */
    public boolean isKnown() {
        return FAMILIES.contains(family);
    }

    /** Returns its virtual processors. */
    public int cores() {
        if (size.equals("large")) {
            return CORES_OF_LARGE;
        }
        String times = size.substring(0, size.indexOf('x'));
        return times.isEmpty() ? CORES_OF_XLARGE : CORES_OF_XLARGE * Integer.parseInt(times);
    }

    /** Returns its memory in GiB: 2 for each processor of a c, 8 of an r or i, 4 of an m. */
    public int memoryGib() {
        return cores()
                * switch (family.charAt(0)) {
                    case 'c' -> 2;
                    case 'r', 'i' -> 8;
                    default -> 4;
                };
    }

    @Override
    public String toString() {
        return family + "." + size;
    }
}
