/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import dev.saltern.quality.dqdl.Condition;
import dev.saltern.quality.dqdl.Rule;
import dev.saltern.quality.dqdl.Value;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds values that depend on the time or the history of the run, and so must be replaced before a rule is compiled. */
final class Plain {
    private Plain() {}

    /** Reports the first value that is no literal and returns whether there is none. */
    static boolean check(Rule rule, Scope scope) {
        Optional<Value> open = Stream.of(Optional.ofNullable(rule.condition()), Optional.ofNullable(rule.threshold()))
                .flatMap(Optional::stream)
                .map(Condition::values)
                .flatMap(values -> values.stream())
                .filter(value -> value instanceof Value.DynamicValue || value instanceof Value.NowValue)
                .findFirst();
        open.ifPresent(value ->
                scope.problem(rule.span(), "Cannot judge " + rule.text() + ": " + value.text() + " has no value here"));
        return open.isEmpty();
    }
}
