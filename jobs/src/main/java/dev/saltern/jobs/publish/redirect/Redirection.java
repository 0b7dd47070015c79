/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.redirect;

import dev.saltern.conf.Grain;
import dev.saltern.conf.Partitioning;
import dev.saltern.conf.Scope;
import dev.saltern.jobs.publish.journal.EntryKind;
import dev.saltern.jobs.publish.journal.JournalEntry;
import dev.saltern.jobs.publish.run.Claim;
import dev.saltern.jobs.publish.run.IdempotencyKey;
import dev.saltern.jobs.publish.run.RunId;
import dev.saltern.jobs.publish.table.LakeTable;
import dev.saltern.jobs.publish.table.PartitionDays;
import java.util.List;
import java.util.Map;

/**
 * A change of one table's partitions without a run.
 *
 * @param kind why
 * @param id names it in the journal
 * @param key tells it from any run
 * @param scope what it is about, as text
 * @param redirects what changes; not empty
 */
public record Redirection(EntryKind kind, RunId id, IdempotencyKey key, String scope, List<Redirect> redirects) {
    public Redirection {
        redirects = List.copyOf(redirects);
    }

    /**
     * Returns a redirection with a name of its own.
     *
     * @param table the table as it was when this was decided
     */
    public static Redirection of(EntryKind kind, LakeTable table, String scope, List<Redirect> redirects) {
        long version = table.newest().map(JournalEntry::version).orElse(0L);
        IdempotencyKey key = IdempotencyKey.of(List.of(), kind.name(), scope, table.name() + " " + version);
        return new Redirection(kind, RunId.create(claim(redirects), key), key, scope, redirects);
    }

    /** Returns the partitions that it is about. */
    public Claim claim() {
        return claim(redirects);
    }

    /** Returns the partitions with the days from the first to the last of them as their text. */
    private static Claim claim(List<Redirect> redirects) {
        List<Map<String, String>> values =
                redirects.stream().map(Redirect::values).toList();
        return values.stream()
                .flatMap(each -> PartitionDays.of(each).stream())
                .reduce((one, other) -> new Scope(
                        one.from().isBefore(other.from()) ? one.from() : other.from(),
                        one.to().isAfter(other.to()) ? one.to() : other.to()))
                .map(days -> new Claim(
                        Claim.of(days, new Partitioning(List.of("dt"), Grain.DAY))
                                .text(),
                        values))
                .orElseGet(() -> new Claim("all", values));
    }
}
