/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.report.page;

import java.util.regex.Pattern;

/** Keeps secrets out of what is written down. */
final class Secrets {
    static final String MASK = "(hidden)";

    private static final Pattern NAME = Pattern.compile(
            "(?i).*(secret|passw|token|credential|access[._-]?key|api[._-]?key|private[._-]?key|auth).*");
    /** A user with a password in an address; an identifier of a key of AWS; a signed address. */
    private static final Pattern VALUE = Pattern.compile(
            "(?i)(?<=://)[^/@\\s]+:[^/@\\s]+(?=@)|\\b(AKIA|ASIA)[A-Z0-9]{16}\\b|(?<=X-Amz-Signature=)[0-9a-f]+"
                    + "|(?<=(password|secret|token|pwd)=)[^\\s;&,]+");

    private Secrets() {}

    /** Returns the value, or a mask if its name speaks of a secret; what looks like one within a value is masked too. */
    static String masked(String name, String value) {
        if (NAME.matcher(name).matches() && !isSwitch(value)) {
            return MASK;
        }
        return VALUE.matcher(value).replaceAll(MASK);
    }

    private static boolean isSwitch(String value) {
        return value.isEmpty() || value.equals("true") || value.equals("false");
    }
}
