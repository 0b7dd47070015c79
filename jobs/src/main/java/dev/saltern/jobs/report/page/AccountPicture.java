/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.report.page;

import dev.saltern.jobs.report.RunReport;
import dev.saltern.jobs.report.page.RowAccount.Flow;
import dev.saltern.jobs.report.page.RowAccount.Kind;
import dev.saltern.jobs.report.page.RowAccount.Node;
import dev.saltern.jobs.report.page.RowAccount.Part;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Draws the row account of a run. Use once. */
public final class AccountPicture {
    /** More sources, tables or rules than that are drawn as one. */
    static final int MAX_DRAWN = 14;
    /** With more sources than that what becomes of their rows is drawn together. */
    private static final int FEW_SOURCES = 3;

    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final List<Flow> flows = new ArrayList<>();
    private final QuarantineSample quarantine;
    private final Map<String, String> tableFrom;
    private final boolean together;

    private AccountPicture(QuarantineSample quarantine, Map<String, String> tableFrom, boolean together) {
        this.quarantine = quarantine;
        this.tableFrom = tableFrom;
        this.together = together;
    }

    /**
     * Returns the picture.
     *
     * @param dedupeFrom what each dedupe step reads
     * @param tableFrom which step gives the rows of each table
     * @param quarantine how many rows of each source broke which rule first
     */
    public static RowAccount of(
            RunReport report,
            Map<String, String> dedupeFrom,
            Map<String, String> tableFrom,
            QuarantineSample quarantine) {
        List<RunReport.SourceLine> sources = FoldedLines.sources(report.sources(), MAX_DRAWN);
        AccountPicture picture = new AccountPicture(quarantine, tableFrom, sources.size() > FEW_SOURCES);
        sources.forEach(picture::source);
        if (picture.together) {
            Set<String> names =
                    report.sources().stream().map(RunReport.SourceLine::source).collect(Collectors.toSet());
            picture.byRule("quarantined", names);
        } else {
            sources.forEach(source -> picture.byRule("quarantined " + source.source(), Set.of(source.source())));
        }
        report.duplicates()
                .forEach(step -> picture.duplicates(step, dedupeFrom.getOrDefault(step.step(), step.step())));
        FoldedLines.tables(report.tables(), quarantine.table(), MAX_DRAWN).forEach(picture::table);
        return picture.account();
    }

    private void source(RunReport.SourceLine source) {
        String name = source.source();
        String of = together ? "" : " " + name;
        Node read = node("read " + name, Part.READ, Kind.READ, name, source.read());
        flow(read, node("kept" + of, Part.READ, Kind.KEPT, together ? "kept" : name + " kept", source.kept()));
        flow(read, node("elsewhere" + of, Part.READ, Kind.ELSEWHERE, "of other days", source.elsewhere()));
        flow(read, node("outside" + of, Part.READ, Kind.OUTSIDE, "outside the run", source.outside()));
        flow(read, node("dropped" + of, Part.READ, Kind.DROPPED, "dropped", source.dropped()));
        flow(read, node("corrupt" + of, Part.READ, Kind.CORRUPT, "corrupt", source.corrupt()));
        flow(read, node("quarantined" + of, Part.READ, Kind.QUARANTINED, "quarantined", source.quarantined()));
    }

    /** Splits the quarantined rows of sources by rule, if the counts are those of the account. */
    private void byRule(String id, Set<String> sources) {
        Node all = nodes.get(id);
        List<QuarantineSample.Reason> reasons = quarantine.reasons().stream()
                .filter(reason ->
                        sources.contains(reason.source()) && !reason.rule().equals("corrupt"))
                .toList();
        long counted = reasons.stream().mapToLong(QuarantineSample.Reason::rows).sum();
        if (all == null || !quarantine.whole() || counted != all.rows()) {
            return;
        }
        long rest = counted;
        for (QuarantineSample.Reason reason : reasons.subList(0, Math.min(MAX_DRAWN, reasons.size()))) {
            String rule = "rule " + reason.source() + " " + reason.rule();
            flow(all, node(rule, all.part(), all.kind(), reason.rule(), reason.rows()));
            rest -= reason.rows();
        }
        flow(all, node("rules " + id, all.part(), all.kind(), reasons.size() - MAX_DRAWN + " other rules", rest));
    }

    private void duplicates(RunReport.DuplicatesLine step, String from) {
        Node kept = nodes.get("kept " + from);
        Node in = kept != null && kept.rows() == step.rowsIn() && isOpen(kept)
                ? kept
                : node("in " + step.step(), Part.READ, Kind.KEPT, from, step.rowsIn());
        flow(in, node("kept " + step.step(), Part.READ, Kind.KEPT, step.step() + " kept", step.rowsOut()));
        flow(in, node("duplicates " + step.step(), Part.READ, Kind.DUPLICATES, "duplicates", step.duplicates()));
    }

    private void table(RunReport.TableLine table) {
        String name = table.table();
        long given = table.rows() + table.quarantined() + table.dropped();
        Node gives = node("given " + name, Part.WRITTEN, Kind.GIVEN, tableFrom.getOrDefault(name, "steps"), given);
        flow(gives, node("written " + name, Part.WRITTEN, Kind.WRITTEN, name, table.rows()));
        flow(gives, node("aside " + name, Part.WRITTEN, Kind.QUARANTINED, name + " quarantined", table.quarantined()));
        flow(gives, node("left " + name, Part.WRITTEN, Kind.DROPPED, name + " dropped", table.dropped()));
    }

    private boolean isOpen(Node node) {
        return flows.stream().noneMatch(flow -> flow.from().equals(node.id()));
    }

    private static Node node(String id, Part part, Kind kind, String label, long rows) {
        return new Node(id, part, kind, label, rows);
    }

    /** Adds a flow of all rows of a node to it, beside those that go there already; none of no rows. */
    private void flow(Node from, Node to) {
        nodes.putIfAbsent(from.id(), from);
        if (to.rows() > 0) {
            nodes.merge(
                    to.id(),
                    to,
                    (old, more) -> node(old.id(), old.part(), old.kind(), old.label(), old.rows() + more.rows()));
            flows.add(new Flow(from.id(), to.id(), to.rows()));
        }
    }

    private RowAccount account() {
        Set<String> used = new HashSet<>();
        flows.forEach(flow -> {
            used.add(flow.from());
            used.add(flow.to());
        });
        return new RowAccount(
                nodes.values().stream().filter(node -> used.contains(node.id())).toList(), flows);
    }
}
