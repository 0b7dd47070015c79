/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.ddl;

import java.util.ArrayList;
import java.util.List;

/** A list of columns, cut into columns. */
public final class DdlColumns {
    private DdlColumns() {}

    /** Splits at the commas outside of brackets and quotes. */
    public static List<String> split(String ddl) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i < ddl.length(); i++) {
            char c = ddl.charAt(i);
            quoted ^= c == '\'' || c == '`';
            if (!quoted) {
                depth += c == '(' || c == '<' ? 1 : c == ')' || c == '>' ? -1 : 0;
                if (c == ',' && depth == 0) {
                    parts.add(ddl.substring(from, i));
                    from = i + 1;
                }
            }
        }
        parts.add(ddl.substring(from));
        return parts;
    }
}
