/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import dev.saltern.quality.dqdl.Condition;
import dev.saltern.quality.dqdl.Rule;
import dev.saltern.quality.dqdl.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.StructField;
import org.jspecify.annotations.Nullable;

/**
 * {@code FileMatch "s3://bucket/a.json" in ["3ee0..."] with hashAlgorithm = "MD5"}: the checksum of every file is in the list;
 * {@code FileMatch "s3://a/" "s3://b/"}: two places hold the same contents, each as often, whatever the names; with
 * {@code matchFileName = "true"} under the same names as well.
 * Algorithms are MD5, SHA-1 and SHA-256, which is meant without the tag; checksums are compared whatever their case. The observed
 * number is the share of files of the first place that match. The driver reads every file whole.
 *
 * @see FileRule
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/dqdl-rule-types-FileMatch.html">FileMatch</a>
 */
final class FileMatch implements RuleSemantics {
    static final List<String> ALGORITHMS = List.of("MD5", "SHA-1", "SHA-256");

    @Override
    public Optional<Check> compile(FiledRule filed, List<StructField> fields, Column applies, Scope scope) {
        Rule rule = filed.rule();
        Condition condition = rule.condition();
        Optional<String> algorithm = algorithm(rule, scope);
        boolean two = rule.parameters().size() == 2;
        if (two == (condition != null)) {
            scope.problem(
                    rule.span(),
                    "Cannot judge " + rule.text()
                            + ": it compares files with a list of checksums or with one other path");
            return Optional.empty();
        }
        return algorithm.isEmpty()
                ? Optional.empty()
                : FileRule.of(filed, scope).map(files -> check(files, condition, algorithm.get()));
    }

    /** Returns the algorithm of the tag, or reports that it is none. */
    static Optional<String> algorithm(Rule rule, Scope scope) {
        String algorithm = FileRule.tag(rule, "hashAlgorithm").orElse("SHA-256").toUpperCase(Locale.ROOT);
        if (!ALGORITHMS.contains(algorithm)) {
            scope.problem(
                    rule.span(),
                    "Invalid hashAlgorithm: " + algorithm + " (must be one of " + String.join(", ", ALGORITHMS) + ")");
            return Optional.empty();
        }
        return Optional.of(algorithm);
    }

    private static Check check(FileRule rule, @Nullable Condition condition, String algorithm) {
        if (condition != null) {
            List<String> sums = condition.values().stream()
                    .map(value -> ((Value.TextValue) value).string().toLowerCase(Locale.ROOT))
                    .toList();
            boolean negated = (condition instanceof Condition.In in && in.negated())
                    || condition.text().startsWith("!=");
            return rule.check(
                    MetricName.table("FileMatch.Compliance"), condition.text(), FileRule.all(), (files, stored) -> {
                        List<StoredFile> bad = new ArrayList<>();
                        for (StoredFile file : files) {
                            if (sums.contains(stored.checksum(file, algorithm)) == negated) {
                                bad.add(file);
                            }
                        }
                        return finding(files.size(), bad);
                    });
        }
        String second = rule.path(1);
        boolean names = rule.isSet("matchFileName");
        String required = "the same files as " + second;
        return rule.check(MetricName.table("FileMatch.Compliance"), required, FileRule.all(), (files, stored) -> {
            List<StoredFile> others = stored.list(second);
            List<String> left = keys(others, stored, algorithm, names);
            List<StoredFile> bad = new ArrayList<>();
            List<String> own = keys(files, stored, algorithm, names);
            for (int i = 0; i < own.size(); i++) {
                if (!left.remove(own.get(i))) {
                    bad.add(files.get(i));
                }
            }
            return left.isEmpty() || !bad.isEmpty()
                    ? finding(files.size(), bad)
                    : missing(files.size(), others, left, stored, algorithm, names);
        });
    }

    private static Finding finding(int of, List<StoredFile> bad) {
        double share = (double) (of - bad.size()) / of;
        return new Finding(Tally.number(share, of), () -> FileRule.shown(bad));
    }

    /** Every file has its match, and the other place has more: the share is taken of its files. */
    private static Finding missing(
            int matched,
            List<StoredFile> others,
            List<String> left,
            StoredFiles stored,
            String algorithm,
            boolean names)
            throws IOException {
        List<String> keys = keys(others, stored, algorithm, names);
        List<StoredFile> more = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            if (left.contains(keys.get(i))) {
                more.add(others.get(i));
            }
        }
        double share = (double) matched / others.size();
        return new Finding(Tally.number(share, others.size()), () -> FileRule.shown(more));
    }

    private static List<String> keys(List<StoredFile> files, StoredFiles stored, String algorithm, boolean names)
            throws IOException {
        List<String> keys = new ArrayList<>();
        for (StoredFile file : files) {
            keys.add(stored.checksum(file, algorithm) + (names ? " " + file.name() : ""));
        }
        return keys;
    }
}
