/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import dev.saltern.quality.footer.ParquetTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** One judging of a table: each rule by the cheapest lane that settles it, the dearer lanes shared by those left over. */
final class Evaluation {
    private final Dataset<Row> rows;
    private final StructType schema;
    private final List<Check> checks;
    private final Evidence evidence;
    private final Optional<ParquetTable> files;
    private final Map<Check, Judged> judged = new HashMap<>();
    private final List<Grouping> groupings = new ArrayList<>();

    Evaluation(Dataset<Row> rows, StructType schema, List<Check> checks, Evidence evidence) {
        this.rows = rows;
        this.schema = schema;
        this.checks = checks;
        this.evidence = evidence;
        this.files = ParquetTable.of(rows);
    }

    List<RuleResult> run() {
        find();
        return results(totalRows());
    }

    /** Judges the rows as those of a larger table that are the only ones to break the rules. */
    List<RuleResult> besides(long otherRows) {
        find();
        long total = totalRows() + otherRows;
        judged.replaceAll((check, found) -> new Judged(
                new Tally(
                        found.tally().bad(),
                        found.tally().judged() + otherRows,
                        found.tally().value()),
                ProvenBy.SET_ASIDE));
        return results(total);
    }

    private void find() {
        List<Check> leaves = checks.stream().flatMap(Check::leaves).toList();
        only(leaves, Check.OnSchema.class).forEach(check -> put(check, check.tally(), ProvenBy.SCHEMA));
        files.ifPresent(known -> byFooters(leaves, known));
        if (evidence.observed() != null) {
            evidence.observed().read(judged);
        }
        byPass(left(only(leaves, Check.Scanned.class)));
        byGrouping(only(leaves, Check.OnGroup.class));
        only(leaves, Check.OnData.class)
                .forEach(check -> put(check, check.measurement().take(rows), check.provenBy()));
    }

    private List<RuleResult> results(long total) {
        List<Check> leaves = checks.stream().flatMap(Check::leaves).toList();
        List<Check> failed = leaves.stream().filter(this::hasBadRows).toList();
        Map<Check, List<String>> examples = new Examples(rows, schema, checks, groupings).of(failed);
        return checks.stream().map(check -> result(check, total, examples)).toList();
    }

    private RuleResult result(Check check, long total, Map<Check, List<String>> examples) {
        if (check instanceof Check.OnParts parts) {
            List<RuleResult> results = parts.parts().stream()
                    .map(part -> result(part, total, examples))
                    .toList();
            return Parts.result(parts, results, total);
        }
        Judged found = of(check);
        return check.claim().result(found.tally(), total, examples.getOrDefault(check, List.of()), found.by());
    }

    private boolean hasBadRows(Check check) {
        Tally tally = of(check).tally();
        return tally.bad() > 0 && !check.claim().verdict().judge(tally).passed();
    }

    private Judged of(Check check) {
        return Objects.requireNonNull(judged.get(check));
    }

    private void put(Check check, Tally tally, ProvenBy by) {
        judged.put(check, new Judged(tally, by));
    }

    private static <T extends Check> List<T> only(List<Check> checks, Class<T> kind) {
        return checks.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private <T extends Check> List<T> left(List<T> some) {
        return some.stream().filter(check -> !judged.containsKey(check)).toList();
    }

    private void byFooters(List<Check> leaves, ParquetTable known) {
        FooterLane lane = new FooterLane(rows.sparkSession(), schema, known);
        for (Check.Scanned check : only(leaves, Check.Scanned.class)) {
            lane.prove(check).ifPresent(proof -> judged.put(check, proof));
        }
        for (Check.OnGroup check : only(leaves, Check.OnGroup.class)) {
            if (!check.claim().filtered() && evidence.keys().identify(check.keys()) && isComplete(check, known)) {
                put(check, check.metric().ofDistinctRows(known.rows()), ProvenBy.GROUPED_KEYS);
            }
        }
    }

    private static boolean isComplete(Check.OnGroup check, ParquetTable known) {
        return check.keys().stream().allMatch(key -> known.column(key).nulls().orElse(1) == 0);
    }

    private void byPass(List<Check.Scanned> scanned) {
        if (scanned.isEmpty()) {
            return;
        }
        Pass.count(rows, scanned).forEach((check, tally) -> put(check, tally, ProvenBy.PASS));
    }

    private void byGrouping(List<Check.OnGroup> all) {
        Map<TreeSet<String>, List<Check.OnGroup>> byKeys = new LinkedHashMap<>();
        for (Check.OnGroup check : left(all)) {
            byKeys.computeIfAbsent(new TreeSet<>(check.keys()), keys -> new ArrayList<>())
                    .add(check);
        }
        byKeys.forEach((keys, sharing) -> {
            Grouping grouping = new Grouping(rows, schema, List.copyOf(keys), sharing);
            groupings.add(grouping);
            grouping.count().forEach((check, tally) -> put(check, tally, ProvenBy.GROUPING));
        });
    }

    /** Returns the number of rows, known by any lane that saw them all; no rule asks for it where none was used. */
    private long totalRows() {
        if (files.isPresent()) {
            return files.get().rows();
        }
        return judged.entrySet().stream()
                .filter(entry -> entry.getKey() instanceof Check.Scanned || entry.getKey() instanceof Check.OnGroup)
                .filter(entry -> !entry.getKey().claim().filtered())
                .mapToLong(entry -> entry.getValue().tally().judged())
                .max()
                .orElseGet(rows::count);
    }
}
