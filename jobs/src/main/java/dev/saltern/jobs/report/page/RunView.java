/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.report.page;

import dev.saltern.jobs.observe.StageLine;
import dev.saltern.jobs.report.Figures;
import dev.saltern.jobs.report.RunReport;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A run as its page shows it: the most telling lines of each list, and how many there are in all.
 *
 * @param page the whole
 * @param name what the files of the run's JSON and lineage are called, without their endings
 */
public record RunView(RunPage page, String name) {
    private static final int MAX_RULES = 250;
    private static final int MAX_STAGES = 60;
    private static final int MAX_TABLES = 200;
    private static final int MAX_REASONS = 60;

    /** Returns the report. */
    public RunReport report() {
        return page.report();
    }

    /** Returns the verdict in small letters: {@code up to date}. */
    public String verdict() {
        return report().verdict().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Returns the verdict as a class of the style sheet. */
    public String tone() {
        return tone(report().verdict().name());
    }

    /** Returns how good an outcome or a verdict is: good, bad, warn or idle. */
    public static String tone(String outcome) {
        return switch (outcome) {
            case "PUBLISHED", "PASSED" -> "good";
            case "REFUSED", "FAILED" -> "bad";
            default -> "idle";
        };
    }

    /** Returns the rows that were read. */
    public long read() {
        return report().sources().stream().mapToLong(RunReport.SourceLine::read).sum();
    }

    /** Returns the rows of the sources that were set aside or left out. */
    public long setAside() {
        return report().sources().stream()
                .mapToLong(source -> source.corrupt() + source.quarantined() + source.dropped())
                .sum();
    }

    /** Returns the rows that were written, without those of the quarantine table. */
    public long written() {
        return report().tables().stream()
                .filter(table -> !table.table().equals(page.quarantine().table()))
                .mapToLong(RunReport.TableLine::rows)
                .sum();
    }

    /** Returns the bytes that were written. */
    public long bytes() {
        return page.tables().stream().mapToLong(TableFiles::bytes).sum();
    }

    /** Returns what the launch of the run should cost; null if there was none, or nobody asked. */
    public @Nullable String estimate() {
        Double low = page.costs().estimatedLow();
        Double high = page.costs().estimatedHigh();
        if (low == null || high == null) {
            return null;
        }
        String least = Figures.dollars(low);
        String most = Figures.dollars(high);
        return least.equals(most) ? most : least + " to " + most;
    }

    /** Returns how many rules the run is held to. */
    public int claims() {
        return report().claims().size();
    }

    /** Returns how many of the rules that the run is held to hold. */
    public long held() {
        return report().claims().stream().filter(RunReport.RuleLine::holds).count();
    }

    /** Returns the rules, those that do not hold first. */
    public List<RuleRow> rules() {
        List<RunReport.RuleLine> lines = report().rules();
        return IntStream.range(0, lines.size())
                .mapToObj(i -> new RuleRow(i, lines.get(i)))
                .sorted(Comparator.comparingInt(RuleRow::rank))
                .limit(MAX_RULES)
                .toList();
    }

    /** Returns the stages that took longest, in the order in which they began. */
    public List<StageLine> stages() {
        return page.stages().stream()
                .sorted(Comparator.comparingDouble(StageLine::seconds).reversed())
                .limit(MAX_STAGES)
                .sorted(Comparator.comparingDouble(StageLine::startSecond))
                .toList();
    }

    /** Returns the tables, the largest first. */
    public List<TableFiles> tables() {
        return page.tables().stream()
                .sorted(Comparator.comparingLong(TableFiles::bytes).reversed())
                .limit(MAX_TABLES)
                .toList();
    }

    /** Returns the reasons for which rows were set aside. */
    public List<QuarantineSample.Reason> reasons() {
        List<QuarantineSample.Reason> reasons = page.quarantine().reasons();
        return reasons.subList(0, Math.min(MAX_REASONS, reasons.size()));
    }

    /** Returns a sentence that says how many lines are not shown; empty if all are. */
    public static String rest(int shown, int all) {
        return shown >= all ? "" : "and " + Figures.count(all - shown) + " more, in the JSON beside this page";
    }
}
