/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.ledger;

import dev.saltern.conf.Retention;
import dev.saltern.conf.Scope;
import dev.saltern.jobs.plan.PipelinePlan;
import dev.saltern.jobs.publish.run.TableSpec;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which tables keep a period on a day, by their retention. Immutable. */
public final class Expiry {
    private final Map<String, Retention> retentions = new LinkedHashMap<>();
    private final Set<String> tables = new TreeSet<>();
    private final LocalDate today;

    private Expiry(PipelinePlan plan, LocalDate today) {
        this.today = today;
        plan.outputs().forEach((table, output) -> keep(table, plan.pipeline().retention(output.output())));
        keep(plan.quarantine().table(), plan.pipeline().retention());
    }

    /** Returns what is kept on a day. */
    public static Expiry on(LocalDate today, PipelinePlan plan) {
        return new Expiry(plan, today);
    }

    private void keep(String table, @Nullable Retention retention) {
        tables.add(table);
        if (retention != null) {
            retentions.put(table, retention);
        }
    }

    /** Returns how long a table keeps its partitions; empty for ever. */
    public Optional<Retention> retention(TableSpec table) {
        return Optional.ofNullable(retentions.get(table.table()));
    }

    /** Returns whether a table keeps partitions whose last day this is. */
    public boolean keeps(String table, LocalDate lastDay) {
        Retention retention = retentions.get(table);
        return retention == null || !lastDay.isBefore(retention.firstKept(today));
    }

    /** Returns the tables that do not keep the period. */
    public Set<String> droppedFrom(Scope period) {
        Set<String> dropped = new TreeSet<>();
        tables.stream().filter(table -> !keeps(table, period.to())).forEach(dropped::add);
        return dropped;
    }

    /** Returns whether no table keeps the period. */
    public boolean isExpired(Scope period) {
        return droppedFrom(period).containsAll(tables);
    }
}
