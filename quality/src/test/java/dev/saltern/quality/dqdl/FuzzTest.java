/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.dqdl;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import software.amazon.glue.dqdl.exception.InvalidDataQualityRulesetException;

/** Random rulesets, correct and broken. The seed of a failure is reported, and the same seed gives the same text. */
class FuzzTest {
    private static final int MAX_STATEMENTS = 5;
    private static final RecursiveComparisonConfiguration SPANS_ASIDE = RecursiveComparisonConfiguration.builder()
            .withIgnoredFieldsOfTypes(Span.class)
            .withStrictTypeChecking(true)
            .build();
    private static final List<String> PIECES = List.of(
            "\"",
            "(",
            ")",
            "[",
            "]",
            ",",
            "and",
            "or",
            "where",
            "with",
            "=",
            ">",
            "-",
            "#",
            "\n",
            "\\",
            "$",
            "last(",
            "IsComplete",
            "between",
            "1",
            "\r",
            "\uFEFF",
            "now()",
            "é");

    private record Ruleset(String text, int rules) {}

    private static Ruleset ruleset(long seed, boolean portable) {
        RuleWriter writer = new RuleWriter(seed, portable);
        List<RuleWriter.Written> statements = IntStream.range(0, 1 + new Random(seed).nextInt(MAX_STATEMENTS))
                .mapToObj(i -> writer.statement(4))
                .toList();
        List<String> texts = statements.stream().map(RuleWriter.Written::text).toList();
        return new Ruleset(
                "Rules = [\n  " + String.join(",\n  ", texts) + "\n]",
                statements.stream().mapToInt(RuleWriter.Written::rules).sum());
    }

    private static String told(long seed, String text) {
        return "seed " + seed + ":\n" + text;
    }

    private static int leaves(Parsed parsed) {
        return parsed.rules().stream()
                .mapToInt(statement -> statement.rules().size())
                .sum();
    }

    @Property(tries = 400, seed = "2024", shrinking = ShrinkingMode.OFF)
    void everyRuleIsReadAndItsNormalFormMeansTheSame(@ForAll long seed) {
        Ruleset ruleset = ruleset(seed, false);
        Parsed parsed = Dqdl.parse(ruleset.text(), "f", 1, 1);
        assertThat(parsed.problems()).as(told(seed, ruleset.text())).isEmpty();
        assertThat(leaves(parsed)).as(told(seed, ruleset.text())).isEqualTo(ruleset.rules());
        String normal =
                String.join(",\n", parsed.rules().stream().map(Statement::text).toList());
        Parsed again = Dqdl.parse(normal, "f", 1, 1);
        assertThat(again.problems()).as(told(seed, normal)).isEmpty();
        assertThat(again.rules())
                .as(told(seed, normal))
                .usingRecursiveComparison(SPANS_ASIDE)
                .isEqualTo(parsed.rules());
    }

    @Property(tries = 200, seed = "2025", shrinking = ShrinkingMode.OFF)
    @AddLifecycleHook(NeedsOracle.class)
    void oracleReadsTheSameRules(@ForAll long seed) throws InvalidDataQualityRulesetException {
        String text = ruleset(seed, true).text();
        assertThat(Dqdl.parse(text, "f", 1, 1).problems()).as(told(seed, text)).isEmpty();
        assertThat(Canonical.ourRules(text)).as(told(seed, text)).isEqualTo(Canonical.oracleRules(text));
    }

    /** A text that both accept has the same number of rules in both. */
    @Property(tries = 400, seed = "2026", shrinking = ShrinkingMode.OFF)
    void brokenTextIsReportedOrReadWhole(@ForAll long seed) {
        String text = mutate(ruleset(seed, true).text(), new Random(seed));
        Parsed parsed = Dqdl.parse(text, "f", 1, 1);
        assertThat(parsed.problems()).as(told(seed, text)).allSatisfy(problem -> {
            assertThat(problem.line()).isPositive();
            assertThat(problem.column()).isPositive();
        });
        int oracle = oracleLeaves(text);
        if (oracle >= 0 && parsed.problems().isEmpty()) {
            assertThat(leaves(parsed)).as(told(seed, text)).isEqualTo(oracle);
        }
    }

    /** Leaving out one comma, quote, bracket or parenthesis costs no more than the statement it stood in and its neighbour. */
    @Property(tries = 300, seed = "2027", shrinking = ShrinkingMode.OFF)
    void oneForgottenCharacterDoesNotSwallowTheRulesAfterIt(@ForAll long seed) {
        String broken =
                ruleset(seed, false).text().replaceFirst("^Rules = \\[\n", "").replaceFirst("\n]$", "");
        List<Integer> places = IntStream.range(0, broken.length())
                .filter(i -> ",\"[]()".indexOf(broken.charAt(i)) >= 0)
                .boxed()
                .toList();
        if (places.isEmpty()) {
            return;
        }
        int place = places.get(new Random(seed).nextInt(places.size()));
        String text =
                broken.substring(0, place) + broken.substring(place + 1) + ",\n  RowCount > 77,\n  IsComplete \"last\"";
        Parsed parsed = Dqdl.parse(text, "f", 1, 1);
        assertThat(parsed.rules())
                .as(told(seed, text))
                .extracting(Statement::text)
                .contains("IsComplete \"last\"");
    }

    /** Returns the number of rules, or -1 for a text that the oracle refuses in one of the ways that are known, or if there is no oracle. */
    private static int oracleLeaves(String text) {
        if (!NeedsOracle.isThere()) {
            return -1;
        }
        try {
            return Canonical.oracle(text).getRules().stream()
                    .mapToInt(Canonical::leaves)
                    .sum();
        } catch (InvalidDataQualityRulesetException
                | NullPointerException
                | DateTimeException
                | NumberFormatException e) {
            return -1;
        }
    }

    private static String mutate(String text, Random random) {
        String mutated = text;
        for (int i = random.nextInt(3); i >= 0; i--) {
            mutated = random.nextBoolean() ? mutateWords(mutated, random) : mutateCharacters(mutated, random);
        }
        return mutated;
    }

    private static String mutateWords(String text, Random random) {
        List<String> words = new ArrayList<>(List.of(text.split("(?<= )|(?= )", -1)));
        int place = random.nextInt(words.size());
        switch (random.nextInt(3)) {
            case 0 -> words.remove(place);
            case 1 -> words.add(place, " " + words.get(place) + " ");
            default -> words.add(place, " " + PIECES.get(random.nextInt(PIECES.size())) + " ");
        }
        return String.join("", words);
    }

    private static String mutateCharacters(String text, Random random) {
        int place = random.nextInt(text.length());
        String before = text.substring(0, place);
        return switch (random.nextInt(3)) {
            case 0 -> before + text.substring(place + 1);
            case 1 -> before + text.charAt(place) + text.substring(place);
            default -> before + PIECES.get(random.nextInt(PIECES.size())) + text.substring(place);
        };
    }
}
