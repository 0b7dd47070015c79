/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How the hot keys of a table differ from those of an earlier day. A key is known by its hash and its text together.
 *
 * @param hot keys that became hot, the heaviest first
 * @param cooled keys that were hot and are no more, with their shares of that day, the heaviest first
 * @param moved keys that are hot on both days with different shares, the largest change first
 */
public record Drift(List<HotShare> hot, List<HotShare> cooled, List<Move> moved) {
    private static final Comparator<HotShare> HEAVIEST_FIRST = Comparator.comparingDouble(HotShare::share)
            .reversed()
            .thenComparing(HotShare::text)
            .thenComparingLong(HotShare::hash);

    /**
     * A change of share.
     *
     * @param before the key on the earlier day
     * @param now the same key
     */
    public record Move(HotShare before, HotShare now) {
        /** Returns the change of share, in [-1, 1]; above 0 when the key became heavier. */
        public double change() {
            return now.share() - before.share();
        }

        @Override
        public String toString() {
            return now.text() + " from " + percent(before) + " to " + percent(now);
        }
    }

    /** Copies the lists. */
    public Drift {
        hot = List.copyOf(hot);
        cooled = List.copyOf(cooled);
        moved = List.copyOf(moved);
    }

    /** Compares two lists, each of different keys, in any order. */
    public static Drift between(List<HotShare> before, List<HotShare> now) {
        Map<List<Object>, HotShare> earlier = byKey(before);
        Map<List<Object>, HotShare> later = byKey(now);
        List<Move> moved = new ArrayList<>();
        later.forEach((key, share) -> {
            HotShare was = earlier.get(key);
            if (was != null && was.share() != share.share()) {
                moved.add(new Move(was, share));
            }
        });
        moved.sort(Comparator.comparingDouble((Move move) -> -Math.abs(move.change()))
                .thenComparing(Move::now, HEAVIEST_FIRST));
        return new Drift(without(later, earlier), without(earlier, later), moved);
    }

    /** Returns the same without the keys whose share changed by less, a key that is not hot having none. */
    public Drift ofAtLeast(double change) {
        return new Drift(
                hot.stream().filter(key -> key.share() >= change).toList(),
                cooled.stream().filter(key -> key.share() >= change).toList(),
                moved.stream().filter(move -> Math.abs(move.change()) >= change).toList());
    }

    /** Returns whether the same keys are hot with the same shares. */
    public boolean isEmpty() {
        return hot.isEmpty() && cooled.isEmpty() && moved.isEmpty();
    }

    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        add(parts, "became hot: ", hot, share -> share.text() + " with " + percent(share));
        add(parts, "cooled: ", cooled, share -> share.text() + ", was " + percent(share));
        add(parts, "changed: ", moved, Move::toString);
        return parts.isEmpty() ? "no change of hot keys" : String.join(". ", parts);
    }

    private static <T> void add(List<String> parts, String title, List<T> items, Function<T, String> text) {
        if (!items.isEmpty()) {
            parts.add(items.stream().map(text).collect(Collectors.joining("; ", title, "")));
        }
    }

    private static Map<List<Object>, HotShare> byKey(List<HotShare> shares) {
        return shares.stream().collect(Collectors.toMap(share -> List.of(share.hash(), share.text()), share -> share));
    }

    private static List<HotShare> without(Map<List<Object>, HotShare> shares, Map<List<Object>, HotShare> others) {
        return shares.entrySet().stream()
                .filter(entry -> !others.containsKey(entry.getKey()))
                .map(Map.Entry::getValue)
                .sorted(HEAVIEST_FIRST)
                .toList();
    }

    private static String percent(HotShare share) {
        return String.format(Locale.ROOT, "%.1f %% of the rows", 100 * share.share());
    }
}
