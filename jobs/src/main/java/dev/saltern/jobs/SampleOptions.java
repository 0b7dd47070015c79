/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs;

import dev.saltern.transforms.sample.Allocation;
import dev.saltern.transforms.sample.SampleMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The options of the command that say how a sample is drawn; checked together, ahead of any session. */
final class SampleOptions {
    /** Draws the same rows whenever it is called. */
    private static final long DEFAULT_SEED = 42;

    private static final String METHODS = "simple-random, bernoulli, systematic, stratified or reservoir";
    private static final Set<String> SIZED = Set.of("simple-random", "stratified", "reservoir");

    private final Map<String, String> options;
    private final List<String> keys;
    private final List<String> problems = new ArrayList<>();
    private final String method;
    private final @Nullable Integer n;
    private final @Nullable Double share;
    private final @Nullable Integer every;
    private final @Nullable Long seed;

    /**
     * Reads the options.
     *
     * @throws dev.saltern.conf.SalternException with all that is wrong with them
     */
    SampleOptions(JobArguments arguments) {
        options = arguments.options();
        keys = arguments.lists().getOrDefault("key", List.of()).stream()
                .flatMap(names -> Stream.of(names.split(",", -1)))
                .toList();
        method = options.getOrDefault("method", "simple-random");
        n = number("n", Integer::valueOf, value -> value >= 1, "a whole number, 1 or more");
        share = number("share", Double::valueOf, value -> value > 0 && value <= 1, "in (0, 1]");
        every = number("every", Integer::valueOf, value -> value >= 1, "a whole number, 1 or more");
        seed = number("seed", Long::valueOf, value -> true, "a whole number");
        checkSize();
        checkStrata();
        if (!problems.isEmpty()) {
            throw JobArguments.usage(String.join("\n", problems));
        }
    }

    long seed() {
        return seed == null ? DEFAULT_SEED : seed;
    }

    List<String> keys() {
        return keys;
    }

    String method() {
        return method;
    }

    /** Returns the column of the Neyman allocation, or empty where there is none. */
    Optional<String> target() {
        return Optional.ofNullable(options.get("target"));
    }

    /**
     * Returns the method, of a table with so many rows.
     *
     * @param target the name of the target column in the table that is drawn from
     */
    SampleMethod of(long rows, String target) {
        return switch (method) {
            case "bernoulli" -> SampleMethod.bernoulli(share == null ? 1 : share);
            case "systematic" -> SampleMethod.systematic(every != null ? every : distance());
            case "reservoir" -> SampleMethod.reservoir(size(rows));
            case "stratified" -> SampleMethod.stratified(size(rows), names("by"), allocation(target));
            default -> SampleMethod.simpleRandom(size(rows));
        };
    }

    /** The share of the rows, rounded, but never none: what asks for a sample wants to see something. */
    private int size(long rows) {
        if (n != null) {
            return n;
        }
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, Math.round(rows * (share == null ? 1 : share))));
    }

    private int distance() {
        return (int) Math.min(Integer.MAX_VALUE, Math.round(1 / (share == null ? 1 : share)));
    }

    private Allocation allocation(String target) {
        return switch (options.getOrDefault("allocation", "proportional")) {
            case "equal" -> Allocation.equal();
            case "neyman" -> Allocation.neyman(target);
            default -> Allocation.proportional();
        };
    }

    private void checkSize() {
        if (SIZED.contains(method)) {
            requireOne("n", "share");
            refuse("every", "systematic");
        } else if (method.equals("bernoulli")) {
            requireOne("share");
            refuse("n", "simple-random, stratified or reservoir");
            refuse("every", "systematic");
        } else if (method.equals("systematic")) {
            requireOne("every", "share");
            refuse("n", "simple-random, stratified or reservoir");
        } else {
            problems.add("Invalid --method: " + method + " (must be " + METHODS + ")");
        }
    }

    private void checkStrata() {
        if (!method.equals("stratified")) {
            List.of("by", "allocation", "target").forEach(name -> refuse(name, "stratified"));
            return;
        }
        if (names("by").isEmpty()) {
            problems.add("Missing required --by: a stratified sample has columns that make the strata");
        }
        String allocation = options.getOrDefault("allocation", "proportional");
        if (!Set.of("proportional", "equal", "neyman").contains(allocation)) {
            problems.add("Invalid --allocation: " + allocation + " (must be proportional, equal or neyman)");
        } else if (allocation.equals("neyman") && target().isEmpty()) {
            problems.add("Missing required --target: a neyman allocation has a numeric column");
        } else if (!allocation.equals("neyman") && target().isPresent()) {
            problems.add("Invalid --target: " + options.get("target") + " (must stand with --allocation neyman)");
        }
    }

    private void requireOne(String... names) {
        long given = List.of(names).stream().filter(options::containsKey).count();
        String either = "--" + String.join(" or --", names);
        if (given == 0) {
            problems.add("Missing required " + either);
        } else if (given > 1) {
            problems.add("Invalid " + either + ": both (must be one of them)");
        }
    }

    private void refuse(String option, String methods) {
        if (options.containsKey(option)) {
            problems.add(
                    "Invalid --" + option + ": " + options.get(option) + " (must stand with --method " + methods + ")");
        }
    }

    private List<String> names(String option) {
        String text = options.getOrDefault(option, "");
        return text.isEmpty() ? List.of() : List.of(text.split(",", -1));
    }

    private <T> @Nullable T number(String option, Function<String, T> parse, Function<T, Boolean> fits, String range) {
        String text = options.get(option);
        if (text == null) {
            return null;
        }
        try {
            T value = parse.apply(text);
            if (fits.apply(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            problems.add("Invalid --" + option + ": " + text + " (must be " + range + ")");
            return null;
        }
        problems.add("Invalid --" + option + ": " + text + " (must be " + range + ")");
        return null;
    }
}
