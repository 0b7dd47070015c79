/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/**
 * Which rules about single rows a row breaks, as bits. Select {@link #columns()} beside the columns of the table, in one
 * select; the other methods read those columns by name. No method shuffles, and all are deterministic.
 */
public final class RowMask {
    static final int RULES_PER_COLUMN = 63;
    private static final String PREFIX = "_rule_mask_";

    private final List<Check.OnRow> checks;

    RowMask(List<Check.OnRow> checks) {
        this.checks = checks;
    }

    /**
     * Returns one bigint column for each 63 rules, named {@code _rule_mask_0} and so on, never null: bit i is set when
     * the row breaks rule i. Empty when there is no rule about single rows.
     */
    public List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        for (String name : names()) {
            int from = columns.size() * RULES_PER_COLUMN;
            int to = Math.min(from + RULES_PER_COLUMN, checks.size());
            Column mask = alike(IntStream.range(from, to)).stream()
                    .map(some -> bits(some, from))
                    .reduce(Column::bitwiseOR)
                    .orElseThrow();
            columns.add(mask.as(name));
        }
        return columns;
    }

    /** Returns the names of {@link #columns()}, to drop them by. */
    public List<String> names() {
        int count = (checks.size() + RULES_PER_COLUMN - 1) / RULES_PER_COLUMN;
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add(PREFIX + i);
        }
        return List.copyOf(names);
    }

    /** Returns a boolean: whether the row breaks a rule filed under the action. */
    public Column isBroken(Action action) {
        Column broken = functions.lit(false);
        for (int chunk = 0; chunk < names().size(); chunk++) {
            long bits = 0;
            for (int i = 0; i < RULES_PER_COLUMN && chunk * RULES_PER_COLUMN + i < checks.size(); i++) {
                if (isFiled(chunk * RULES_PER_COLUMN + i, action)) {
                    bits |= 1L << i;
                }
            }
            if (bits != 0) {
                broken = broken.or(intersects(chunk, bits));
            }
        }
        return broken;
    }

    /**
     * Returns a boolean, never null: whether the row breaks a rule filed under the action. It reads the columns of the table and
     * not {@link #columns()}: cheaper than {@link #isBroken} where nobody asks which rule it was, because nothing is kept of each
     * rule and the first one broken settles it.
     */
    public Column breaksAny(Action action) {
        List<Column> broken = alike(IntStream.range(0, checks.size()).filter(i -> isFiled(i, action))).stream()
                .map(this::breaksAny)
                .toList();
        return broken.isEmpty() ? functions.lit(false) : anyOf(broken);
    }

    private Column breaksAny(List<Integer> alike) {
        Column broken = anyOf(alike.stream().map(i -> checks.get(i).broken()).toList());
        return isRemembered(alike.get(0))
                ? OncePerText.of(functions.when(broken, 1L).otherwise(0L)).notEqual(0L)
                : broken;
    }

    private Column bits(List<Integer> alike, int from) {
        Column bits = alike.stream()
                .map(i ->
                        functions.when(checks.get(i).broken(), 1L << (i - from)).otherwise(0L))
                .reduce(Column::bitwiseOR)
                .orElseThrow();
        return isRemembered(alike.get(0)) ? OncePerText.of(bits) : bits;
    }

    /** Returns the rules in groups: those that may be remembered together, and each other one alone. */
    private List<List<Integer>> alike(IntStream rules) {
        Map<String, List<Integer>> groups = new LinkedHashMap<>();
        rules.forEach(i -> {
            String key =
                    isRemembered(i) ? "column " + ColumnNames.of(checks.get(i).broken()) : "rule " + i;
            groups.computeIfAbsent(key, name -> new ArrayList<>()).add(i);
        });
        return List.copyOf(groups.values());
    }

    private boolean isRemembered(int rule) {
        Check.OnRow check = checks.get(rule);
        return check.witness() == Check.Witness.VALUES
                && ColumnNames.of(check.broken()).size() == 1;
    }

    /** Halves and not a chain: Spark walks an expression by recursion, as deep as it is nested. */
    private static Column anyOf(List<Column> broken) {
        int half = broken.size() / 2;
        return half == 0
                ? broken.get(0)
                : anyOf(broken.subList(0, half)).or(anyOf(broken.subList(half, broken.size())));
    }

    /**
     * Returns an array of strings, never null: the ids of the rules filed under the action that the row breaks, in the
     * order of the rules.
     */
    public Column ids(Action action) {
        return listed(action, check -> functions.lit(check.claim().filed().id()));
    }

    /**
     * Returns an array of strings, never null: for each of {@link #ids} what is wrong with the row, such as
     * {@code temperature is 99.0 (must be between -60 and 60)}. Needs the columns of the table; values are cut after 100
     * characters, and nothing is computed for a row that breaks no rule.
     */
    public Column reasons(Action action) {
        return listed(action, Check.OnRow::reason);
    }

    private Column listed(Action action, Function<Check.OnRow, Column> entry) {
        List<Column> entries = new ArrayList<>();
        for (int i = 0; i < checks.size(); i++) {
            if (isFiled(i, action)) {
                Column broken = intersects(i / RULES_PER_COLUMN, 1L << (i % RULES_PER_COLUMN));
                entries.add(functions.when(broken, entry.apply(checks.get(i))));
            }
        }
        Column none = functions.array().cast("array<string>");
        if (entries.isEmpty()) {
            return none;
        }
        Column all = functions.array(entries.toArray(Column[]::new));
        return functions.when(isBroken(action), functions.array_compact(all)).otherwise(none);
    }

    private boolean isFiled(int index, Action action) {
        return checks.get(index).claim().filed().action() == action;
    }

    private static Column intersects(int chunk, long bits) {
        return functions.col(PREFIX + chunk).bitwiseAND(bits).notEqual(0L);
    }
}
