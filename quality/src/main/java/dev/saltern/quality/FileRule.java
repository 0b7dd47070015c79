/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import dev.saltern.quality.dqdl.Condition;
import dev.saltern.quality.dqdl.Rule;
import dev.saltern.quality.dqdl.Value;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;

/**
 * What all rules about files have: which files, and what happens when they cannot be read.
 *
 * <p>The files are those under the path, or where there is no path those that the checked rows were read from. The tag
 * {@code uriRegex} keeps those in whose location the regular expression is found, and then {@code recentFiles} the latest so many.
 * {@code failFast} and {@code dataFrame} change no answer. A path that cannot be listed, and one without a file, fail the rule;
 * the reason stands where examples stand.
 */
record FileRule(FiledRule filed, @Nullable Pattern pattern, int recent) {
    /** What a rule finds out about files. */
    @FunctionalInterface
    interface Question {
        Finding ask(List<StoredFile> files, StoredFiles all) throws IOException;
    }

    static Optional<FileRule> of(FiledRule filed, Scope scope) {
        Rule rule = filed.rule();
        Optional<String> recent = tag(rule, "recentFiles");
        if (recent.isPresent() && !recent.get().matches("[1-9][0-9]{0,8}")) {
            scope.problem(rule.span(), "Invalid recentFiles: " + recent.get() + " (must be a whole number from 1)");
            return Optional.empty();
        }
        Optional<String> regex = tag(rule, "uriRegex");
        try {
            return Optional.of(new FileRule(
                    filed,
                    regex.map(Pattern::compile).orElse(null),
                    recent.map(Integer::valueOf).orElse(Integer.MAX_VALUE)));
        } catch (PatternSyntaxException e) {
            scope.problem(
                    rule.span(), "Invalid regular expression: " + e.getPattern() + " (" + e.getDescription() + ")");
            return Optional.empty();
        }
    }

    /** Returns the text of a tag, or nothing where it is not written. */
    static Optional<String> tag(Rule rule, String name) {
        Condition condition = rule.tags().get(name);
        if (condition == null) {
            return Optional.empty();
        }
        Value value = condition.values().get(0);
        return Optional.of(value instanceof Value.TextValue text ? text.string() : value.text());
    }

    boolean isSet(String name) {
        return tag(filed.rule(), name)
                .map(text -> text.toLowerCase(Locale.ROOT))
                .filter("true"::equals)
                .isPresent();
    }

    /** Returns the path at a place among the parameters, or null where there is none. */
    @Nullable
    String path(int index) {
        List<dev.saltern.quality.dqdl.Parameter> parameters = filed.rule().parameters();
        return index < parameters.size() ? parameters.get(index).text() : null;
    }

    /** Returns a rule that asks something of the files. */
    Check check(String metric, String required, Verdict verdict, Question question) {
        Claim claim = new Claim(filed, metric, required, functions.lit(true), verdict);
        Measurement measurement = (rows, evidence) -> {
            StoredFiles stored = new StoredFiles(rows, pattern, recent);
            try {
                List<StoredFile> files = stored.list(path(0));
                return files.isEmpty() ? nothing("no file in " + stored.name(path(0))) : question.ask(files, stored);
            } catch (IOException | IllegalArgumentException e) {
                return nothing("Cannot read " + stored.name(path(0)) + ": " + e.getMessage());
            }
        };
        return new Check.OnData(claim, ProvenBy.FILES, measurement);
    }

    /** Returns a rule about each file, of which a share must pass: all without a threshold. */
    Check each(String metric, Condition condition, Predicate<StoredFile> passes) {
        Condition threshold = filed.rule().threshold();
        String required = condition.text() + (threshold == null ? "" : " with threshold " + threshold.text());
        Verdict verdict = threshold == null ? all() : Verdict.number(threshold);
        return check(metric, required, verdict, (files, stored) -> {
            List<StoredFile> bad =
                    files.stream().filter(passes.negate()).sorted().toList();
            double share = (double) (files.size() - bad.size()) / files.size();
            return new Finding(Tally.number(share, files.size()), () -> shown(bad));
        });
    }

    /** The share of files is 1; no files are no share. */
    static Verdict all() {
        return tally -> new Verdict.Judgement(
                tally.value() == null ? null : tally.value().doubleValue(),
                tally.value() != null && tally.value().doubleValue() == 1);
    }

    static List<String> shown(List<StoredFile> files) {
        return files.stream().sorted().limit(3).map(StoredFile::toString).toList();
    }

    private static Finding nothing(String reason) {
        return new Finding(Tally.number(null, 0), () -> List.of(reason));
    }
}
