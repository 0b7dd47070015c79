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
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** One judging of a table: each rule by the cheapest lane that settles it, the dearer lanes shared by those left over. */
final class Evaluation {
    private final Dataset<Row> rows;
    private final StructType schema;
    private final List<Check> checks;
    private final List<Check> analyzers;
    private final List<Lookup> lookups;
    private final Evidence evidence;
    private final Optional<ParquetTable> files;
    private final Map<Check, Judged> judged = new HashMap<>();
    private final Map<Check, Finding> findings = new HashMap<>();
    private final List<Grouping> groupings = new ArrayList<>();

    Evaluation(Dataset<Row> rows, RuleBook book, Evidence evidence) {
        this.rows = rows;
        this.schema = book.schema();
        this.checks = book.checks();
        this.analyzers = book.analyzers();
        this.lookups = book.lookups();
        this.evidence = evidence;
        this.files = ParquetTable.of(rows);
    }

    Findings run() {
        find();
        return findings(totalRows());
    }

    /** Judges the rows as those of a larger table that are the only ones to break the rules. */
    Findings besides(long otherRows) {
        find();
        long total = totalRows() + otherRows;
        judged.replaceAll((check, found) -> new Judged(
                new Tally(
                        found.tally().bad(),
                        found.tally().judged() + otherRows,
                        found.tally().value()),
                ProvenBy.SET_ASIDE));
        return findings(total);
    }

    private void find() {
        List<Check> leaves = leaves();
        only(leaves, Check.OnSchema.class).forEach(check -> put(check, check.tally(), ProvenBy.SCHEMA));
        files.ifPresent(known -> byFooters(leaves, known));
        if (evidence.observed() != null) {
            evidence.observed().read(judged);
        }
        byPass(left(only(leaves, Check.Scanned.class)));
        byGrouping(only(leaves, Check.OnGroup.class));
        only(leaves, Check.OnData.class).forEach(this::byData);
    }

    private List<Check> leaves() {
        return Stream.concat(checks.stream().flatMap(Check::leaves), analyzers.stream())
                .toList();
    }

    private Findings findings(long total) {
        Map<Check, List<String>> examples =
                examples(checks.stream().flatMap(Check::leaves).toList());
        List<RuleResult> results =
                checks.stream().map(check -> result(check, total, examples)).toList();
        return new Findings(total, results, metrics(leaves()));
    }

    private Map<Check, List<String>> examples(List<Check> claims) {
        List<Check> failed = claims.stream().filter(this::isBroken).toList();
        List<Check> withRows = failed.stream()
                .filter(check -> of(check).tally().bad() > 0 && !findings.containsKey(check))
                .toList();
        Map<Check, List<String>> examples = new Examples(found(withRows), schema, checks, groupings).of(withRows);
        for (Check check : failed) {
            Finding finding = findings.get(check);
            if (finding != null) {
                examples.put(check, finding.examples().get());
            }
        }
        return examples;
    }

    /** Returns each number observed, once, under the name by which the history keeps it. */
    private List<MetricResult> metrics(List<Check> leaves) {
        Map<String, MetricResult> metrics = new LinkedHashMap<>();
        for (Check check : leaves) {
            Double observed = check.claim().verdict().judge(of(check).tally()).observed();
            String name = check.claim().historyName();
            if (observed != null && Double.isFinite(observed) && !name.isEmpty()) {
                metrics.putIfAbsent(name, new MetricResult(name, observed));
            }
        }
        return List.copyOf(metrics.values());
    }

    private void byData(Check.OnData check) {
        Finding finding = check.measurement().find(rows, evidence);
        findings.put(check, finding);
        put(check, finding.tally(), check.provenBy());
    }

    /** Returns the rows with what the checks look up in other tables. */
    private Dataset<Row> found(List<? extends Check> some) {
        List<Lookup> read = lookups.stream()
                .filter(lookup -> some.stream().anyMatch(lookup::isReadBy))
                .toList();
        return RuleBook.prepared(rows, read, evidence.datasets());
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

    private boolean isBroken(Check check) {
        return !check.claim().verdict().judge(of(check).tally()).passed();
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
        Pass.count(found(scanned), scanned)
                .forEach((check, tally) -> put(
                        check,
                        tally,
                        lookups.stream().anyMatch(lookup -> lookup.isReadBy(check))
                                ? ProvenBy.OTHER_DATA
                                : ProvenBy.PASS));
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
