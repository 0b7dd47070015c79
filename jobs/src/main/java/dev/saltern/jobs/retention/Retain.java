/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.retention;

import dev.saltern.conf.Environment;
import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.conf.load.LoadedPipeline;
import dev.saltern.jobs.ledger.Expiry;
import dev.saltern.jobs.plan.CodeVersion;
import dev.saltern.jobs.publish.Publisher;
import dev.saltern.jobs.publish.Receipt;
import dev.saltern.jobs.publish.audit.AuditInput;
import dev.saltern.jobs.publish.journal.JournalEntry;
import dev.saltern.jobs.publish.journal.PartitionState;
import dev.saltern.jobs.publish.run.Claim;
import dev.saltern.jobs.publish.run.IdempotencyKey;
import dev.saltern.jobs.publish.run.Manifest;
import dev.saltern.jobs.publish.run.RunDescription;
import dev.saltern.jobs.publish.run.RunId;
import dev.saltern.jobs.publish.run.SealedRun;
import dev.saltern.jobs.publish.run.TableSpec;
import dev.saltern.jobs.run.LivePlan;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * Drops the partitions that are older than their table keeps them: a run that claims them and writes nothing, so that a publish, a crash
 * and a rollback mean for it what they mean for any run. Files go later, with the runs that nothing refers to.
 */
public final class Retain {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);

    private final LoadedPipeline loaded;
    private final LivePlan live;
    private final LocalDate today;

    /**
     * Prepares to drop partitions.
     *
     * @param session a session whose catalog holds the tables; of a dry run any session
     * @param today the day from which the age is counted
     */
    public Retain(SparkSession session, Environment environment, LoadedPipeline loaded, LocalDate today) {
        this.loaded = loaded;
        this.live = LivePlan.of(session, environment, loaded);
        this.today = today;
    }

    /** Returns what would go; nothing is changed. */
    public RetainReport rehearse() {
        return report(true, tables().stream().map(table -> line(table, null)).toList());
    }

    /**
     * Drops what is too old from each table that has a retention.
     *
     * @param confirmed whether a large share of a table may go at once
     * @throws SalternException with {@link ExitCode#USAGE} if it may not and would; nothing was changed then
     */
    public RetainReport run(boolean confirmed) {
        List<TableRetention> tables = tables();
        tables.stream()
                .filter(table -> table.needsConfirmation() && !confirmed)
                .findFirst()
                .ifPresent(Retain::refuse);
        List<RetainReport.TableLine> lines = new ArrayList<>();
        for (TableRetention table : tables) {
            lines.add(line(table, table.dropped().isEmpty() ? null : drop(table).version()));
        }
        return report(false, lines);
    }

    private List<TableRetention> tables() {
        Expiry expiry = Expiry.on(today, live.plan());
        List<TableRetention> tables = new ArrayList<>();
        for (TableSpec table : live.plan().tables()) {
            expiry.retention(table)
                    .ifPresent(retention -> tables.add(TableRetention.of(table, retention, states(table), today)));
        }
        return tables;
    }

    private List<PartitionState> states(TableSpec table) {
        return live.publisher()
                .published()
                .newest(table.table())
                .map(JournalEntry::projection)
                .orElse(List.of());
    }

    private Receipt drop(TableRetention expired) {
        Publisher publisher = live.publisher();
        TableSpec table = expired.table();
        publisher.requireEnd(table);
        publisher.reconcile(table);
        Claim claim = claim(expired.dropped());
        IdempotencyKey key = IdempotencyKey.of(
                List.of(),
                CodeVersion.current(loaded.pipeline()),
                Manifest.RETENTION + " " + expired.retention(),
                claim.partitions().toString());
        SealedRun run = publisher.seal(
                publisher.begin(table, RunId.create(claim, key), key, claim),
                new RunDescription(
                        loaded.pipeline().name(),
                        CodeVersion.current(loaded.pipeline()),
                        Manifest.RETENTION,
                        List.of(),
                        publisher.published().fixed(table.table())));
        publisher.audit(run, AuditInput.CLEAN);
        return publisher.commit(run);
    }

    private static Claim claim(List<DatedPartition> partitions) {
        String first = DAY.format(partitions.get(0).first());
        String last = DAY.format(partitions.get(partitions.size() - 1).last());
        return new Claim(
                first.equals(last) ? first : first + "-" + last,
                partitions.stream().map(DatedPartition::values).toList());
    }

    private static void refuse(TableRetention table) {
        throw new SalternException(
                ExitCode.USAGE,
                String.format(
                        Locale.ROOT,
                        "Cannot drop %d of %d partitions of %s: more than %.0f%% of a table at once needs --yes. Look at"
                                + " them with --dry-run",
                        table.dropped().size(),
                        table.live(),
                        table.table().table(),
                        TableRetention.MAX_SHARE * 100));
    }

    private static RetainReport.TableLine line(TableRetention table, @Nullable Long version) {
        return new RetainReport.TableLine(
                table.table().table(),
                table.retention().toString(),
                table.firstKept().toString(),
                table.live(),
                table.dropped().stream().map(DatedPartition::values).toList(),
                table.spared(),
                table.needsConfirmation(),
                version);
    }

    private RetainReport report(boolean dryRun, List<RetainReport.TableLine> lines) {
        return new RetainReport(loaded.pipeline().name(), today.toString(), dryRun, lines);
    }
}
