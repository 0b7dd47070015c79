/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.load;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts the values of variables in place of {@code ${name}}; remembers which were used. */
final class Substitution {
    /** <code>$${</code>, or <code>${name}</code> with the name as group 1, or an opening that nothing closes. */
    static final Pattern PLACEHOLDER = Pattern.compile("\\$\\$\\{|\\$\\{([^}\\n]*)}|\\$\\{");

    private final Map<String, String> values;
    private final Set<String> known;
    private final Set<String> used = new HashSet<>();

    /**
     * Creates a substitution over the collections themselves: what is put in later counts.
     *
     * @param values the values by name
     * @param known the names that a typed one is compared with
     */
    Substitution(Map<String, String> values, Set<String> known) {
        this.values = values;
        this.known = known;
    }

    /**
     * What became of a text.
     *
     * @param text the text with values put in
     * @param faults what could not be put in
     */
    record Expanded(String text, List<Fault> faults) {}

    /**
     * One placeholder that stays unfilled.
     *
     * @param offset the 0-based index of its first character in the original text
     * @param message what is wrong
     */
    record Fault(int offset, String message) {}

    /** Returns the text with all values put in, except for the given run variables, next to which escapes stay escaped. */
    Expanded expand(String text, List<String> runVariables) {
        StringBuilder result = new StringBuilder();
        List<Fault> faults = new ArrayList<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            matcher.appendReplacement(result, Matcher.quoteReplacement(replace(matcher, runVariables, faults)));
        }
        matcher.appendTail(result);
        return new Expanded(result.toString(), faults);
    }

    Set<String> used() {
        return used;
    }

    private String replace(Matcher match, List<String> runVariables, List<Fault> faults) {
        boolean staysEscaped = !runVariables.isEmpty();
        String name = match.group(1);
        if (name == null) {
            if (!match.group().startsWith("$$")) {
                faults.add(new Fault(match.start(), "Invalid variable: ${ without } (a plain ${ is written $${)"));
            }
            return staysEscaped ? "$${" : "${";
        }
        if (runVariables.contains(name)) {
            return match.group();
        }
        used.add(name);
        String value = values.get(name);
        if (value == null) {
            faults.add(new Fault(match.start(), unknown(name)));
            return "";
        }
        return staysEscaped ? value.replace("${", "$${") : value;
    }

    private String unknown(String name) {
        if (RunVariables.PATH.contains(name)) {
            return "Cannot use ${" + name + "} here: it stands only in the path of a source";
        }
        if (RunVariables.SQL.contains(name)) {
            return "Cannot use ${" + name + "} here: it stands only in the text of an sql step";
        }
        return "Unknown variable '" + name + "'" + Nearest.hint(name, new TreeSet<>(known));
    }
}
