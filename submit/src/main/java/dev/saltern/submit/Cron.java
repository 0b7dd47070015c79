/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * When something is done: the five fields of cron, in UTC.
 *
 * @param fields minute, hour, day of the month, month, day of the week
 */
record Cron(List<String> fields) {
    private static final Pattern FIELD = Pattern.compile("[0-9*,/A-Z-]+");
    private static final int FIELDS = 5;
    private static final int DAY_OF_MONTH = 2;
    private static final int DAY_OF_WEEK = 4;

    Cron {
        fields = List.copyOf(fields);
    }

    /** Reads {@code 0 2 * * *}. */
    static Cron parse(String text) {
        List<String> fields = List.of(text.strip().split("\\s+", -1));
        if (fields.size() != FIELDS
                || !fields.stream().allMatch(field -> FIELD.matcher(field).matches())) {
            throw invalid(text, "five fields such as 0 2 * * *");
        }
        if (!fields.get(DAY_OF_MONTH).equals("*") && !fields.get(DAY_OF_WEEK).equals("*")) {
            throw invalid(text, "* in the day of the month or in the day of the week: AWS takes one of them");
        }
        if (fields.get(DAY_OF_WEEK).chars().anyMatch(Character::isDigit)) {
            throw invalid(text, "names in the day of the week, such as MON-FRI: AWS counts its days from another one");
        }
        return new Cron(fields);
    }

    /** Returns it as EventBridge writes it: with a year, and a question mark for the day that is not said. */
    String ofScheduler() {
        boolean byWeek = !fields.get(DAY_OF_WEEK).equals("*");
        return "cron(" + fields.get(0) + " " + fields.get(1) + " " + (byWeek ? "?" : fields.get(DAY_OF_MONTH)) + " "
                + fields.get(3) + " " + (byWeek ? fields.get(DAY_OF_WEEK) : "?") + " *)";
    }

    @Override
    public String toString() {
        return String.join(" ", fields);
    }

    private static SalternException invalid(String text, String range) {
        return new SalternException(ExitCode.USAGE, "Invalid --cron: " + text + " (must be " + range + ")");
    }
}
