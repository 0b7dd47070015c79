/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.dqdl;

/** Quoting of DQDL strings: a backslash escapes a quote and a backslash, and is itself before anything else. */
final class Quotes {
    private Quotes() {}

    /** Returns the DQDL string for a text, with line breaks turned into spaces. */
    static String quote(String raw) {
        String unix = raw.replace("\r\n", "\n");
        StringBuilder quoted = new StringBuilder(unix.length() + 2).append('"');
        for (int i = 0; i < unix.length(); i++) {
            char c = unix.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\');
            }
            quoted.append(c == '\n' || c == '\r' ? ' ' : c);
        }
        return quoted.append('"').toString();
    }

    /** Returns the text that stands between the quotes of a DQDL string, escapes resolved. */
    static String unquote(String inner) {
        StringBuilder raw = new StringBuilder(inner.length());
        for (int i = 0; i < inner.length(); i++) {
            char c = inner.charAt(i);
            if (c == '\\' && i + 1 < inner.length() && (inner.charAt(i + 1) == '"' || inner.charAt(i + 1) == '\\')) {
                i++;
                c = inner.charAt(i);
            }
            raw.append(c);
        }
        return raw.toString();
    }
}
