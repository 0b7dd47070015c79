/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import dev.saltern.quality.dqdl.Condition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.StructField;

/**
 * {@code FileUniqueness "s3://bucket/" > 0.5}: the share of files in [0, 1] whose content no other file has; with
 * {@code matchFileName = "true"} no other file has the name either. The driver reads whole those files that have the size of
 * another, and no others.
 *
 * @see FileRule
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/dqdl-rule-types-FileUniqueness.html">FileUniqueness</a>
 */
final class FileUniqueness implements RuleSemantics {
    @Override
    public Optional<Check> compile(FiledRule filed, List<StructField> fields, Column applies, Scope scope) {
        Condition condition = Objects.requireNonNull(filed.rule().condition());
        Optional<String> algorithm = FileMatch.algorithm(filed.rule(), scope);
        if (algorithm.isEmpty()) {
            return Optional.empty();
        }
        return FileRule.of(filed, scope)
                .map(rule -> rule.check(
                        MetricName.table("FileUniquenessRatio"),
                        condition.text(),
                        Verdict.number(condition),
                        (files, stored) -> {
                            Map<Long, Long> sizes = files.stream()
                                    .collect(Collectors.groupingBy(StoredFile::bytes, Collectors.counting()));
                            Map<String, List<StoredFile>> same = new HashMap<>();
                            for (StoredFile file : files) {
                                String key = Objects.equals(sizes.get(file.bytes()), 1L)
                                        ? "size " + file.bytes()
                                        : stored.checksum(file, algorithm.get());
                                same.computeIfAbsent(key, first -> new ArrayList<>())
                                        .add(file);
                            }
                            return finding(files, same, rule.isSet("matchFileName"));
                        }));
    }

    private static Finding finding(List<StoredFile> files, Map<String, List<StoredFile>> same, boolean names) {
        Map<String, Long> named =
                files.stream().collect(Collectors.groupingBy(StoredFile::name, Collectors.counting()));
        List<StoredFile> repeated = same.values().stream()
                .flatMap(alike -> alike.stream()
                        .filter(file -> alike.size() > 1 || (names && !Objects.equals(named.get(file.name()), 1L))))
                .toList();
        double share = (double) (files.size() - repeated.size()) / files.size();
        return new Finding(Tally.number(share, files.size()), () -> FileRule.shown(repeated));
    }
}
