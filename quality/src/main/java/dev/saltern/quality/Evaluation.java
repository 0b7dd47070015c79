/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/** One judging of a table: counts in one pass, groupings, examples, verdicts. */
final class Evaluation {
    private final Dataset<Row> rows;
    private final StructType schema;
    private final List<Check> checks;
    private final Map<Check, Tally> tallies = new HashMap<>();
    private long totalRows;

    Evaluation(Dataset<Row> rows, StructType schema, List<Check> checks) {
        this.rows = rows;
        this.schema = schema;
        this.checks = checks;
    }

    List<RuleResult> run() {
        List<Check.Scan> scans = only(Check.Scan.class);
        if (!scans.isEmpty()) {
            scan(scans);
        }
        List<Grouping> groupings = groupings();
        for (Grouping grouping : groupings) {
            totalRows = grouping.count(tallies);
        }
        List<Check> failed = checks.stream()
                .filter(check -> tally(check).bad() > 0
                        && !check.claim().verdict().judge(tally(check)).passed())
                .toList();
        Map<Check, List<String>> examples = new Examples(rows, schema, checks, groupings).of(failed);
        return checks.stream()
                .map(check -> check.claim().result(tally(check), totalRows, examples.getOrDefault(check, List.of())))
                .toList();
    }

    private Tally tally(Check check) {
        return Objects.requireNonNull(tallies.get(check));
    }

    private <T extends Check> List<T> only(Class<T> kind) {
        return checks.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private List<Grouping> groupings() {
        Map<TreeSet<String>, List<Check.OnGroup>> byKeys = new LinkedHashMap<>();
        for (Check.OnGroup check : only(Check.OnGroup.class)) {
            byKeys.computeIfAbsent(new TreeSet<>(check.claim().columns()), keys -> new ArrayList<>())
                    .add(check);
        }
        return byKeys.entrySet().stream()
                .map(entry -> new Grouping(rows, schema, List.copyOf(entry.getKey()), entry.getValue()))
                .toList();
    }

    private void scan(List<Check.Scan> scans) {
        List<Column> counts = new ArrayList<>();
        for (Check.Scan check : scans) {
            counts.add(number(check.broken()));
            if (check.claim().filtered()) {
                counts.add(number(check.claim().applies()));
            }
        }
        Row counted = Described.run(
                rows.sparkSession().sparkContext(),
                "quality: " + scans.size() + " rules in one pass",
                () -> rows.agg(functions.count(functions.lit(1)), counts.toArray(Column[]::new))
                        .head());
        totalRows = counted.getLong(0);
        int next = 1;
        for (Check.Scan check : scans) {
            long bad = counted.getLong(next++);
            long judged = check.claim().filtered() ? counted.getLong(next++) : totalRows;
            tallies.put(check, new Tally(bad, judged));
        }
    }

    /** A sum and not {@code count_if}, whose filter would keep the aggregation from sharing one pass. */
    private static Column number(Column condition) {
        return functions.coalesce(functions.sum(functions.when(condition, 1L).otherwise(0L)), functions.lit(0L));
    }
}
