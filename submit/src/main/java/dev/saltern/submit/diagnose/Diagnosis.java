/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.diagnose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the logs say.
 *
 * @param findings each rule that matched, causes before consequences; the first is the cause
 * @param deepest the deepest "Caused by" of the last failure, or null
 * @param read how many logs were read
 */
public record Diagnosis(List<Finding> findings, @Nullable Evidence deepest, int read) {
    private static final Pattern CAUSED = Pattern.compile("^\\s*Caused by: (.*)");
    private static final Pattern FRAME = Pattern.compile("^\\s+(?:at |\\.\\.\\. \\d+ more).*");
    private static final int MAX_LINE = 400;

    public Diagnosis {
        findings = List.copyOf(findings);
    }

    /** A line of a log. */
    public record Evidence(String uri, int line, String text) {}

    /** A rule that matched: the cause in words, where it shows first, and what to do. */
    public record Finding(String rule, String cause, Evidence evidence, String advice) {}

    /** Reads the logs, the most telling first: of equal rules the first line of the first log counts. */
    public static Diagnosis of(List<LogFile> logs) {
        Map<String, Finding> found = new LinkedHashMap<>();
        Evidence deepest = null;
        for (LogFile log : logs) {
            for (int i = 0; i < log.lines().size(); i++) {
                String line = log.lines().get(i);
                if (!FRAME.matcher(line).matches()) {
                    match(log, i, line, found);
                }
                if (CAUSED.matcher(line).matches()
                        && (deepest == null || deepest.uri().equals(log.uri()))) {
                    deepest = evidence(log, i, line);
                }
            }
        }
        List<Finding> ordered = new ArrayList<>();
        Rule.ALL.forEach(rule -> Optional.ofNullable(found.get(rule.name())).ifPresent(ordered::add));
        return new Diagnosis(ordered, deepest, logs.size());
    }

    private static void match(LogFile log, int index, String line, Map<String, Finding> found) {
        String next = index + 1 < log.lines().size() ? log.lines().get(index + 1) : "";
        for (Rule rule : Rule.ALL) {
            if (!found.containsKey(rule.name())) {
                rule.find(line, next)
                        .ifPresent(cause -> found.put(
                                rule.name(),
                                new Finding(rule.name(), cause, evidence(log, index, line), rule.advice())));
            }
        }
    }

    private static Evidence evidence(LogFile log, int index, String line) {
        String text = line.strip();
        return new Evidence(
                log.uri(), index + 1, text.length() > MAX_LINE ? text.substring(0, MAX_LINE) + "..." : text);
    }
}
