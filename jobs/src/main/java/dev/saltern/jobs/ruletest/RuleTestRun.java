/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.ruletest;

import dev.saltern.conf.ExpectedOutcome;
import dev.saltern.conf.InvalidConfigurationException;
import dev.saltern.conf.Origin;
import dev.saltern.conf.Problem;
import dev.saltern.conf.RowFate;
import dev.saltern.conf.load.LoadedRuleTest;
import dev.saltern.quality.Action;
import dev.saltern.quality.FiledRule;
import dev.saltern.quality.Outcome;
import dev.saltern.quality.RuleBook;
import dev.saltern.quality.RuleResult;
import dev.saltern.quality.RuleSetting;
import dev.saltern.quality.dqdl.NearestName;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** Runs one test. */
final class RuleTestRun {
    private final SparkSession session;
    private final LoadedRuleTest loaded;
    private final RuleSubject subject;
    private final List<Problem> problems = new ArrayList<>();
    private final List<RuleTestResult.Failure> failures = new ArrayList<>();

    RuleTestRun(SparkSession session, LoadedRuleTest loaded, RuleSubject subject) {
        this.session = session;
        this.loaded = loaded;
        this.subject = subject;
    }

    /**
     * Returns the result.
     *
     * @throws InvalidConfigurationException if the test names rules, columns or values that cannot be
     */
    RuleTestResult run() {
        TestRows table = new TestRows(session, subject.schema(), loaded);
        List<TestRow> written = table.written();
        RuleBook rules = RuleBook.compile(subject.rules(), subject.schema(), RuleSetting.at(now()));
        written.forEach(row -> checkNames(row.origin(), row.expected()));
        outcomes().forEach((outcome, origin) -> checkName(origin, outcome.rule(), List.of(Action.values())));
        if (!problems.isEmpty()) {
            throw new InvalidConfigurationException(problems);
        }
        HeldRows held = new HeldRows(session, rules, subject.schema(), table.typed(written));
        List<FoundFate> fates = held.fates();
        for (int i = 0; i < written.size(); i++) {
            compare(written.get(i), fates.get(i));
        }
        compare(held.results());
        return new RuleTestResult(
                loaded.file().toString(),
                loaded.test().description() == null
                        ? ""
                        : Objects.requireNonNull(loaded.test().description()),
                written.size(),
                loaded.test().outcomes().size(),
                failures);
    }

    private Instant now() {
        String text = loaded.test().now();
        try {
            return text == null ? Instant.now() : Instant.parse(text);
        } catch (DateTimeException e) {
            problems.add(new Problem(
                    loaded.origins().of("now"),
                    "Invalid now: " + text + " (must be a time in UTC such as 2026-01-31T12:00:00Z)"));
            return Instant.EPOCH;
        }
    }

    private void checkNames(Origin origin, @Nullable RowFate expected) {
        if (expected instanceof RowFate.Quarantined quarantined) {
            quarantined.by().forEach(rule -> checkName(origin, rule, List.of(Action.QUARANTINE)));
        }
    }

    private void checkName(Origin origin, String beginning, List<Action> actions) {
        List<String> known = subject.rules().stream()
                .filter(rule -> actions.contains(rule.action()))
                .map(FiledRule::id)
                .toList();
        if (known.stream().noneMatch(rule -> rule.startsWith(beginning))) {
            String hint = known.isEmpty() ? "(there is none)" : NearestName.hint(beginning, known);
            String kind = actions.size() == 1 ? actions.get(0).key() + " rule" : "rule";
            problems.add(new Problem(origin, "Unknown " + kind + " '" + beginning + "' " + hint));
        }
    }

    private Map<ExpectedOutcome, Origin> outcomes() {
        Map<ExpectedOutcome, Origin> outcomes = new LinkedHashMap<>();
        List<ExpectedOutcome> all = loaded.test().outcomes();
        IntStream.range(0, all.size())
                .forEach(i -> outcomes.put(all.get(i), loaded.origins().of("outcomes[" + i + "]")));
        return outcomes;
    }

    private void compare(TestRow row, FoundFate found) {
        RowFate expected = row.expected();
        if (expected != null && !found.meets(expected)) {
            fail(row.origin(), row.toString(), TestRows.text(expected).orElseThrow(), found.toString());
        }
    }

    private void compare(List<RuleResult> results) {
        outcomes().forEach((expected, origin) -> {
            for (RuleResult result : results) {
                Integer bad = expected.badRows();
                if (result.rule().startsWith(expected.rule()) && !meets(result, expected)) {
                    fail(
                            origin,
                            result.rule(),
                            word(expected.outcome()) + (bad == null ? "" : ", " + bad + " bad rows"),
                            word(result.outcome()) + ", " + result.badRows() + " bad rows: " + result.message());
                }
            }
        });
    }

    private static boolean meets(RuleResult result, ExpectedOutcome expected) {
        boolean passed = result.outcome() == Outcome.PASSED;
        Integer bad = expected.badRows();
        return passed == (expected.outcome() == ExpectedOutcome.Outcome.PASSED)
                && (bad == null || bad.longValue() == result.badRows());
    }

    private static String word(Enum<?> outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    private void fail(Origin origin, String what, String expected, String found) {
        failures.add(new RuleTestResult.Failure(origin.file(), origin.line(), what, expected, found));
    }
}
