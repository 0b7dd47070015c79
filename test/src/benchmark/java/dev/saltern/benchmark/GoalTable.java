/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark;

import java.util.Locale;

/** What was set out for, beside what was measured. */
public final class GoalTable {
    /** Its first lines. */
    public static final String HEAD = "| goal | measured | |\n|---|---|---|\n";

    private GoalTable() {}

    /** Adds a goal. */
    public static void line(StringBuilder table, String goal, String measured, boolean met) {
        table.append(String.format(Locale.ROOT, "| %s | %s | %s |%n", goal, measured, met ? "met" : "**missed**"));
    }
}
