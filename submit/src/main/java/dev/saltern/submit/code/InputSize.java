/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.code;

import dev.saltern.conf.Pipeline;
import dev.saltern.conf.Scope;
import dev.saltern.conf.Source;
import dev.saltern.conf.load.RunVariables;
import dev.saltern.submit.aws.Address;
import dev.saltern.submit.aws.ObjectStore;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How large the raw files of a run are, by listing them: an estimate needs no more than that. */
public final class InputSize {
    private static final Pattern GLOB = Pattern.compile("[*?\\[{].*");

    private InputSize() {}

    /** Returns the bytes of all sources for the days of the scope; of a path with wildcards all that stands before the first. */
    public static long bytes(ObjectStore objects, Pipeline pipeline, @Nullable Scope scope) {
        Set<String> prefixes = new LinkedHashSet<>();
        for (Source source : pipeline.sources().values()) {
            for (Map<String, String> day : days(scope)) {
                String path = RunVariables.fill(source.path(), day);
                prefixes.add(GLOB.matcher(path).replaceFirst(""));
            }
        }
        Set<Address> seen = new HashSet<>();
        long bytes = 0;
        for (String prefix : prefixes) {
            for (ObjectStore.Stored stored : objects.list(Address.parse(prefix))) {
                bytes += seen.add(stored.address()) ? stored.bytes() : 0;
            }
        }
        return bytes;
    }

    private static List<Map<String, String>> days(@Nullable Scope scope) {
        LocalDate from = scope == null ? LocalDate.EPOCH : scope.from();
        LocalDate to = scope == null ? LocalDate.EPOCH : scope.to();
        return from.datesUntil(to.plusDays(1)).map(InputSize::variables).toList();
    }

    private static Map<String, String> variables(LocalDate date) {
        return Map.of(
                "dt", date.toString(),
                "year", String.format(Locale.ROOT, "%04d", date.getYear()),
                "month", String.format(Locale.ROOT, "%02d", date.getMonthValue()),
                "day", String.format(Locale.ROOT, "%02d", date.getDayOfMonth()));
    }
}
