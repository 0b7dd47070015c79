/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark;

import java.util.regex.Pattern;

/** Sections of a page, each begun by a heading of the second level. */
public final class Sections {
    private static final String SECTION = "## ";
    private static final Pattern SECTIONS = Pattern.compile("(?m)^(?=" + SECTION + ")");

    private Sections() {}

    /** Returns what stands above the sections. */
    public static String head(String page) {
        String first = SECTIONS.splitAsStream(page).findFirst().orElse("");
        return first.startsWith(SECTION) ? "" : first.strip() + "\n";
    }

    /** Returns the head, and the sections of the page with one put in the place of its older self, which has the same title; others stay. */
    public static String with(String head, String page, String section) {
        String title = section.lines()
                .filter(line -> line.startsWith(SECTION))
                .findFirst()
                .orElseThrow();
        StringBuilder renewed = new StringBuilder(head);
        boolean placed = false;
        for (String old : SECTIONS.splitAsStream(page).toList()) {
            if (old.startsWith(title)) {
                renewed.append(section);
                placed = true;
            } else if (old.startsWith(SECTION)) {
                renewed.append('\n').append(old.strip()).append('\n');
            }
        }
        return placed ? renewed.toString() : renewed.append(section).toString();
    }
}
