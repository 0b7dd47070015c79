/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.arrival;

import dev.saltern.submit.aws.Address;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names that a source's files may have.
 *
 * @param pattern of the whole address
 */
record SourcePattern(Pattern pattern) {
    private static final Pattern SPECIAL = Pattern.compile("\\$\\{(dt|year|month|day)}|\\*|\\?");

    /** Returns the pattern of a path: a folder stands for every file below. */
    static SourcePattern of(String path) {
        String plain = Address.parse(path).toString() + (path.endsWith("/") ? "/" : "");
        StringBuilder regex = new StringBuilder();
        Matcher special = SPECIAL.matcher(plain);
        java.util.Set<String> named = new java.util.HashSet<>();
        int from = 0;
        while (special.find()) {
            regex.append(Pattern.quote(plain.substring(from, special.start()))).append(piece(special, named));
            from = special.end();
        }
        regex.append(Pattern.quote(plain.substring(from))).append(plain.endsWith("/") ? ".+" : "(?:/.+)?");
        return new SourcePattern(Pattern.compile(regex.toString()));
    }

    private static String piece(Matcher special, java.util.Set<String> named) {
        String name = special.group(1);
        if (name == null) {
            return special.group().equals("*") ? "[^/]*" : "[^/]";
        }
        String digits = name.equals("dt") ? "\\d{4}-\\d{2}-\\d{2}" : name.equals("year") ? "\\d{4}" : "\\d{1,2}";
        return named.add(name) ? "(?<" + name + ">" + digits + ")" : "\\k<" + name + ">";
    }

    boolean matches(Address file) {
        return pattern.matcher(file.toString()).matches();
    }

    /** Returns the day in the file's address; empty where the source's path names none, or it is no day. */
    Optional<LocalDate> day(Address file) {
        Matcher matcher = pattern.matcher(file.toString());
        String regex = pattern.pattern();
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            if (regex.contains("(?<dt>")) {
                return Optional.of(LocalDate.parse(matcher.group("dt")));
            }
            if (regex.contains("(?<year>") && regex.contains("(?<month>") && regex.contains("(?<day>")) {
                return Optional.of(LocalDate.of(
                        Integer.parseInt(matcher.group("year")),
                        Integer.parseInt(matcher.group("month")),
                        Integer.parseInt(matcher.group("day"))));
            }
            return Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    boolean namesDay() {
        return pattern.pattern().contains("(?<dt>") || pattern.pattern().contains("(?<day>");
    }
}
