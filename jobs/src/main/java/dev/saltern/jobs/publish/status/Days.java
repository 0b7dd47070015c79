/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.status;

import dev.saltern.conf.Scope;
import dev.saltern.jobs.publish.table.PartitionDays;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The days of some partitions, without those that are no dates. */
record Days(List<Scope> periods) {
    /** Returns the days, the first first. */
    static Days of(Collection<Map<String, String>> partitions) {
        return new Days(partitions.stream()
                .flatMap(values -> PartitionDays.of(values).stream())
                .sorted(Comparator.comparing(Scope::from))
                .toList());
    }

    boolean isEmpty() {
        return periods.isEmpty();
    }

    LocalDate first() {
        return periods.get(0).from();
    }

    LocalDate last() {
        return periods.get(periods.size() - 1).to();
    }

    /** Returns the ranges between the first and the last that are in none of them. */
    List<Scope> gaps() {
        List<Scope> gaps = new ArrayList<>();
        for (int i = 1; i < periods.size(); i++) {
            LocalDate from = periods.get(i - 1).to().plusDays(1);
            LocalDate to = periods.get(i).from().minusDays(1);
            if (!to.isBefore(from)) {
                gaps.add(new Scope(from, to));
            }
        }
        return gaps;
    }

    /** Returns how many days the scopes have together. */
    static long count(List<Scope> scopes) {
        return scopes.stream()
                .mapToLong(scope -> ChronoUnit.DAYS.between(scope.from(), scope.to()) + 1)
                .sum();
    }
}
