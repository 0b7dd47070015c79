/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.profile;

import dev.saltern.jobs.report.TextTable;
import dev.saltern.quality.profile.CandidateKey;
import dev.saltern.quality.profile.ColumnProfile;
import dev.saltern.quality.profile.Correlation;
import dev.saltern.quality.profile.Frequency;
import dev.saltern.quality.profile.InferredType;
import dev.saltern.quality.profile.PartitionSizes;
import dev.saltern.quality.profile.Profile;
import dev.saltern.quality.profile.Provenance;
import dev.saltern.quality.profile.Skew;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A profile for the terminal: a line for each column, then what is known of the table, then suggested rules. */
public final class ProfilePage {
    private static final int MAX_CORRELATIONS = 10;
    private static final int MAX_HEAVY = 3;
    private static final int MAX_RULE_LINE = 100;

    private final String subject;
    private final Profile profile;
    private final List<String> rules;
    private final StringBuilder page = new StringBuilder();

    /** Shows a profile and rules in DQDL, each with its comment. */
    public ProfilePage(String subject, Profile profile, List<String> rules) {
        this.subject = subject;
        this.profile = profile;
        this.rules = List.copyOf(rules);
    }

    /** Returns the page, ended by a line feed. */
    @Override
    public String toString() {
        page.setLength(0);
        Provenance provenance = profile.provenance();
        line(subject + ": " + Texts.count(provenance.tableRows()) + " rows, "
                + profile.columns().size() + " columns");
        if (provenance.sampled()) {
            line("  A sample: " + provenance.method() + ", seed " + provenance.seed()
                    + ". It proves no key and no completeness: " + provenance.zeroFailures());
        }
        line("");
        columns();
        notes();
        table();
        suggestions();
        return page.toString();
    }

    private void columns() {
        TextTable table =
                new TextTable(List.of("column", "type", "null %", "distinct", "min", "max", "mean", "most frequent"));
        for (ColumnProfile column : profile.columns()) {
            table.add(List.of(
                    Texts.cut(column.name(), 24),
                    Texts.cut(column.type(), 13),
                    column.rows() == 0 ? "" : Texts.percentNumber((double) column.nulls() / column.rows()),
                    (column.distinctExact() ? "" : "~") + Texts.count(column.distinct()),
                    Texts.value(column, column.min()),
                    Texts.value(column, column.max()),
                    column.numbers() == null || column.numbers().mean() == null
                            ? ""
                            : Texts.number(column.numbers().mean()),
                    top(column)));
        }
        page.append(table);
    }

    private static String top(ColumnProfile column) {
        if (column.top().isEmpty() || (column.top().get(0).rows() == 1 && column.rows() > 1)) {
            return "";
        }
        Frequency top = column.top().get(0);
        return Texts.shown(column, top.value(), 20) + " " + Texts.percent(top.share());
    }

    private void notes() {
        if (profile.columns().stream().anyMatch(column -> !column.distinctExact())) {
            line("  ~ estimated, standard error "
                    + Texts.percent(profile.provenance().distinctError()));
        }
        for (ColumnProfile column : profile.columns()) {
            if (column.nans() + column.infinities() > 0) {
                line("  " + column.name() + ": " + Texts.count(column.nans()) + " NaN and "
                        + Texts.count(column.infinities()) + " infinite, left out of min, max and mean");
            }
            if (column.text() != null && column.text().empties() + column.text().blanks() > 0) {
                line("  " + column.name() + ": " + Texts.count(column.text().empties()) + " empty and "
                        + Texts.count(column.text().blanks()) + " blank texts");
            }
            InferredType inferred = column.text() == null ? null : column.text().inferred();
            if (inferred != null) {
                line("  " + column.name() + ": every text is " + article(inferred.type())
                        + (inferred.nothing() == 0
                                ? ""
                                : ", but for " + Texts.count(inferred.nothing())
                                        + " that stand for nothing, such as NA or a blank"));
            }
        }
    }

    private static String article(String type) {
        return (type.startsWith("i") ? "an " : "a ") + type;
    }

    private void table() {
        heading("Keys");
        if (profile.provenance().sampled()) {
            line("  not looked for: a sample cannot prove a key");
        } else if (profile.keys().isEmpty()) {
            line("  no column and no pair of columns is unique and complete");
        }
        for (CandidateKey key : profile.keys()) {
            String repeats = Texts.count(profile.provenance().rows() - key.distinct());
            line("  " + String.join(", ", key.columns()) + ": "
                    + (key.unique() ? "unique" : "not unique, " + repeats + " rows repeat a key")
                    + (key.complete() ? "" : ", with NULL")
                    + (key.unique() ? ", every row verified" : ""));
        }
        Long duplicates = profile.duplicateRows();
        if (duplicates != null) {
            line("  rows that repeat an earlier one in every column: " + Texts.count(duplicates));
        }
        if (!profile.skew().isEmpty()) {
            heading("Skew");
        }
        profile.skew().forEach(skew -> line("  " + skew.column() + ": " + heavy(skew)));
        PartitionSizes sizes = profile.partitions();
        if (sizes != null && sizes.partitions() > 0) {
            line("  partitions by " + String.join(", ", sizes.columns()) + ": " + Texts.count(sizes.partitions())
                    + ", from " + Texts.count(sizes.minRows()) + " to " + Texts.count(sizes.maxRows())
                    + " rows, median " + Texts.number(sizes.medianRows()) + ", largest " + sizes.largest());
        }
        correlations();
    }

    private static String heavy(Skew skew) {
        if (skew.heavy().isEmpty()) {
            return "even, no value has 0.1 % of the rows";
        }
        return skew.heavy().stream()
                .limit(MAX_HEAVY)
                .map(value -> Texts.cut(value.value(), 24) + " " + Texts.percent(value.share()))
                .collect(Collectors.joining(", "));
    }

    private void correlations() {
        List<Correlation> found = profile.correlations();
        if (found.isEmpty()) {
            return;
        }
        heading("Correlations");
        found.stream()
                .limit(MAX_CORRELATIONS)
                .forEach(pair -> line(
                        String.format(Locale.ROOT, "  %+.2f  %s, %s", pair.pearson(), pair.first(), pair.second())));
        if (found.size() > MAX_CORRELATIONS) {
            line("  and " + (found.size() - MAX_CORRELATIONS) + " more; --json gives all");
        }
    }

    private void suggestions() {
        heading("Suggested rules");
        if (rules.isEmpty()) {
            line("  none: there are no rows");
        }
        for (int i = 0; i < rules.size(); i++) {
            int end = rules.get(i).indexOf('\n');
            String rule = rules.get(i).substring(end + 1) + (i < rules.size() - 1 ? "," : "");
            String evidence = rules.get(i).substring(0, end);
            if (rule.length() + evidence.length() < MAX_RULE_LINE) {
                line(String.format(Locale.ROOT, "  %-62s %s", rule, evidence));
            } else {
                line("  " + evidence);
                line("  " + rule);
            }
        }
    }

    private void heading(String text) {
        line("");
        line(text);
    }

    private void line(String text) {
        page.append(Texts.safe(text)).append('\n');
    }
}
