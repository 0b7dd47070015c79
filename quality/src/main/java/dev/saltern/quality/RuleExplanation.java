/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a rule will most likely be settled, told before a row is read. After the run {@link RuleResult#provenBy()} says how it was.
 *
 * @param rule the rule in normal form, which is its id
 * @param action what it is filed under
 * @param lane what rules of its type read; those of its parts, for joined rules
 * @param expected where the answer will come from where the data holds what the rule claims
 * @param otherwise where it comes from where that proves nothing; null where it always does
 * @param why one phrase
 * @param work the name of the Spark job that it takes and that rules of the same work share; empty for none
 * @param sharing number of rules that share the work, this one included; 0 where there is none
 * @param parts the rules that it is made of; empty for a single rule
 */
public record RuleExplanation(
        String rule,
        Action action,
        String lane,
        ProvenBy expected,
        @Nullable ProvenBy otherwise,
        String why,
        String work,
        int sharing,
        List<RuleExplanation> parts) {

    /** Copies the list. */
    public RuleExplanation {
        parts = List.copyOf(parts);
    }

    /** Returns the rule, or the single rules that it is made of. */
    public Stream<RuleExplanation> leaves() {
        return parts.isEmpty() ? Stream.of(this) : parts.stream().flatMap(RuleExplanation::leaves);
    }

    /** Returns how many Spark jobs the rule costs beyond the write, together with those that share them. */
    public int jobs() {
        return work(List.of(this)).size();
    }

    /** Returns how many Spark jobs rules of one table cost beyond the write; where a rule is broken, one more finds examples. */
    public static int jobs(List<RuleExplanation> rules) {
        return work(rules).size();
    }

    private static Set<String> work(List<RuleExplanation> rules) {
        return rules.stream()
                .flatMap(RuleExplanation::leaves)
                .map(RuleExplanation::work)
                .filter(work -> !work.isEmpty())
                .collect(Collectors.toSet());
    }

    RuleExplanation shared(List<RuleExplanation> all) {
        List<RuleExplanation> mine =
                parts.stream().map(part -> part.shared(all)).toList();
        long same = work.isEmpty()
                ? 0
                : all.stream()
                        .flatMap(RuleExplanation::leaves)
                        .filter(other -> other.work.equals(work))
                        .count();
        return new RuleExplanation(rule, action, lane, expected, otherwise, why, work, (int) same, mine);
    }
}
