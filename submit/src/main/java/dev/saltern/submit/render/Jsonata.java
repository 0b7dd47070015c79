/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.render;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts as Step Functions computes them: a whole text is an expression, so that marks inside one become a chain of pieces. */
final class Jsonata {
    private static final Pattern MARK = Pattern.compile(OpenWords.DAY + "|" + OpenWords.LAUNCH);

    private Jsonata() {}

    /** Returns the expression between the braces that Step Functions knows it by. */
    static String of(String expression) {
        return "{% " + expression + " %}";
    }

    /** Returns the text with the variables of the machine in place of the marks. */
    static String text(String text) {
        Matcher mark = MARK.matcher(text);
        List<String> pieces = new ArrayList<>();
        int from = 0;
        while (mark.find()) {
            if (mark.start() > from) {
                pieces.add(Json.line(text.substring(from, mark.start())));
            }
            pieces.add(mark.group().equals(OpenWords.DAY) ? "$day" : "$launch");
            from = mark.end();
        }
        if (pieces.isEmpty()) {
            return text;
        }
        if (from < text.length()) {
            pieces.add(Json.line(text.substring(from)));
        }
        return of(String.join(" & ", pieces));
    }
}
