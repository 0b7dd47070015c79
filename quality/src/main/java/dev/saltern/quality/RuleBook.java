/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import dev.saltern.quality.dqdl.Analyzer;
import dev.saltern.quality.dqdl.RuleProblem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** The rules of one table, compiled against its schema. Immutable. */
public final class RuleBook {
    /** More aggregates than these cost more in an observation than in a pass. */
    private static final int MAX_OBSERVED = 4;

    private final StructType schema;
    private final List<Check> checks;
    private final List<Check> analyzers;
    private final List<Lookup> lookups;

    private RuleBook(StructType schema, List<Check> checks, List<Check> analyzers, List<Lookup> lookups) {
        this.schema = schema;
        this.checks = checks;
        this.analyzers = analyzers;
        this.lookups = lookups;
    }

    StructType schema() {
        return schema;
    }

    List<Check> checks() {
        return checks;
    }

    List<Check> analyzers() {
        return analyzers;
    }

    List<Lookup> lookups() {
        return lookups;
    }

    /**
     * Compiles rules before any row is read, in a setting without other tables and without history.
     *
     * @throws InvalidRulesException with everything that {@link #check} finds
     */
    public static RuleBook compile(List<FiledRule> rules, StructType schema) {
        return compile(rules, schema, RuleSetting.at(Instant.now()));
    }

    /**
     * Compiles rules before any row is read.
     *
     * @param rules what {@link dev.saltern.quality.dqdl.Dqdl} read
     * @param schema the columns of the table; names are compared exactly, except inside {@code where}
     * @param setting what the rules refer to besides the table
     * @throws InvalidRulesException with everything that {@link #check} finds
     */
    public static RuleBook compile(List<FiledRule> rules, StructType schema, RuleSetting setting) {
        return compile(rules, List.of(), schema, setting);
    }

    /**
     * Compiles rules, and analyzers to observe beside them, before any row is read.
     *
     * @param analyzers what {@link dev.saltern.quality.dqdl.Dqdl} read; they share the passes of the rules
     * @throws InvalidRulesException with everything that {@link #check} finds
     */
    public static RuleBook compile(
            List<FiledRule> rules, List<Analyzer> analyzers, StructType schema, RuleSetting setting) {
        Scope scope = new Scope(schema, setting);
        List<Check> checks = new Compiler(scope).compile(rules);
        List<Check> observing = new Analyzers(scope).compile(analyzers);
        if (!scope.problems().isEmpty()) {
            throw new InvalidRulesException(scope.problems());
        }
        return new RuleBook(schema, checks, observing, scope.lookups());
    }

    /** Returns what {@link #check(List, StructType, RuleSetting)} finds without other tables and without history. */
    public static List<RuleProblem> check(List<FiledRule> rules, StructType schema) {
        return check(rules, schema, RuleSetting.at(Instant.now()));
    }

    /**
     * Returns everything wrong with the rules: unknown columns, literals and columns of different kinds, inverted ranges,
     * invalid regular expressions and SQL, and claims about the whole table filed under an action on single rows.
     */
    public static List<RuleProblem> check(List<FiledRule> rules, StructType schema, RuleSetting setting) {
        return check(rules, List.of(), schema, setting);
    }

    /** Returns everything wrong with the rules and the analyzers. */
    public static List<RuleProblem> check(
            List<FiledRule> rules, List<Analyzer> analyzers, StructType schema, RuleSetting setting) {
        Scope scope = new Scope(schema, setting);
        new Compiler(scope).compile(rules);
        new Analyzers(scope).compile(analyzers);
        return scope.problems();
    }

    /** Returns the rules in the order they were given. */
    public List<FiledRule> rules() {
        return checks.stream().map(check -> check.claim().filed()).toList();
    }

    /** Returns the same rules without the analyzers. */
    public RuleBook withoutAnalyzers() {
        return new RuleBook(schema, checks, List.of(), lookups);
    }

    /** Returns the rules that are filed under one of the actions, and the analyzers. */
    public RuleBook only(Action... actions) {
        Set<Action> kept = Set.of(actions);
        return new RuleBook(
                schema,
                checks.stream()
                        .filter(check -> kept.contains(check.claim().filed().action()))
                        .toList(),
                analyzers,
                lookups);
    }

    /**
     * Foretells how each rule of the book will most likely be settled, whatever it is filed under, when the table is written as
     * Parquet files and judged by {@link #evaluate(Dataset, Evidence)}. No row and no file is read.
     *
     * @param keys columns that no two rows of the table will share
     * @param removal when the rows that break a quarantine or drop rule are found
     * @return one for each rule, in the order of {@link #rules()}
     */
    public List<RuleExplanation> explain(KnownKeys keys, RowRemoval removal) {
        return new Explainer(schema, keys, removal).explain(checks);
    }

    /**
     * Returns a table with what its quarantine and drop rules look up in other tables, for {@link #rowMask}: for each other table
     * and columns one column {@code _found_0} and so on, boolean, true or NULL, to be dropped with the mask. The same rows; they
     * are shuffled only where another table is too large to be sent to every executor. A table whose rules look up nothing is
     * returned as it is.
     *
     * @param datasets the other tables, with the columns that the rules were compiled against
     */
    public Dataset<Row> prepared(Dataset<Row> rows, Map<String, Dataset<Row>> datasets) {
        List<Lookup> read = lookups.stream()
                .filter(lookup -> checks.stream().anyMatch(lookup::isReadBy))
                .toList();
        return prepared(rows, read, datasets);
    }

    static Dataset<Row> prepared(Dataset<Row> rows, List<Lookup> lookups, Map<String, Dataset<Row>> datasets) {
        Dataset<Row> prepared = rows;
        for (Lookup lookup : lookups) {
            prepared = lookup.join(prepared, Evidence.find(datasets, lookup.dataset()));
        }
        return prepared;
    }

    /** Returns the mask of all rules about single rows, whatever they are filed under; it reads {@link #prepared} rows. */
    public RowMask rowMask() {
        return new RowMask(checks.stream()
                .filter(Check.OnRow.class::isInstance)
                .map(Check.OnRow.class::cast)
                .toList());
    }

    /**
     * Adds counters to rows that are about to be written, for the rules that no footer can settle; put it directly above the
     * writer and close it after the rows were judged. Nothing where there is no such rule, or more than a few: Spark runs such
     * counters row by row, outside of generated code, so that beyond a few one more pass over the written columns costs less.
     *
     * @param name unique in the session
     */
    public Optional<Observed> observe(Dataset<Row> rows, String name) {
        List<Check.Scanned> open = Stream.concat(checks.stream().flatMap(Check::leaves), analyzers.stream())
                .filter(Check.Scanned.class::isInstance)
                .map(Check.Scanned.class::cast)
                .filter(RuleBook::isBeyondFooters)
                .filter(check -> lookups.stream().noneMatch(lookup -> lookup.isReadBy(check)))
                .toList();
        return open.isEmpty() || new Counting(open).columns().size() > MAX_OBSERVED
                ? Optional.empty()
                : Optional.of(Observed.of(rows, open, name));
    }

    private static boolean isBeyondFooters(Check.Scanned check) {
        boolean computed = check instanceof Check.OnAggregate aggregate
                && aggregate.metric().statistic().isEmpty();
        return check.claim().filtered() || computed;
    }

    /**
     * Judges the fail and warn rules on a table. One pass for all rules but those about equal keys, one grouping (a
     * shuffle) for each distinct set of key columns, and one job for the examples when a rule failed. Only the columns
     * that rules name are read. Deterministic: it depends on the rows, not on their order or partitions.
     *
     * <p>On an empty table rules about each row hold, counts are 0, and shares and other numbers have no data and fail. SQL of
     * the user that is no claim about each row takes a job of its own.
     *
     * @param rows the table, with the columns of the schema; read up to three times, so best one that was just written
     * @return one result for each rule, in the order of {@link #rules()}
     */
    public List<RuleResult> evaluate(Dataset<Row> rows) {
        return only(Action.FAIL, Action.WARN).evaluate(rows, Evidence.NONE);
    }

    /**
     * Judges all rules of the book on a table, whatever they are filed under, as {@link #evaluate(Dataset)} does.
     *
     * @param evidence what is known of the rows already
     */
    public List<RuleResult> evaluate(Dataset<Row> rows, Evidence evidence) {
        return judge(rows, evidence).results();
    }

    /** Judges all rules of the book as {@link #evaluate(Dataset, Evidence)} does, and returns all numbers observed as well. */
    public Findings judge(Dataset<Row> rows, Evidence evidence) {
        return new Evaluation(rows, this, evidence).run();
    }

    /**
     * Judges all rules of the book on rows that were taken out of a table, when the rows that stayed break none of them.
     *
     * @param aside the rows that were taken out
     * @param otherRows number of rows that stayed; those outside a rule's {@code where} count as passed
     * @param datasets the other tables that rules name
     */
    public Findings judgeAside(Dataset<Row> aside, long otherRows, Map<String, Dataset<Row>> datasets) {
        return new Evaluation(aside, this, Evidence.of(datasets)).besides(otherRows);
    }

    /**
     * Returns the result of a rule whose bad rows were counted elsewhere, such as in the files of the quarantine.
     *
     * @param rule one of {@link #rules()}
     * @param badRows number of rows that broke it
     * @param totalRows number of rows that were looked at; those outside {@code where} count as passed
     * @param examples at most three keys of rows that broke it
     */
    public RuleResult resultOf(FiledRule rule, long badRows, long totalRows, List<String> examples) {
        Claim claim = checks.stream()
                .map(Check::claim)
                .filter(candidate -> candidate.filed().equals(rule))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("Cannot judge " + rule.id() + ": the rule is not in this book"));
        return claim.result(Tally.rows(badRows, totalRows), totalRows, examples, ProvenBy.SET_ASIDE);
    }
}
