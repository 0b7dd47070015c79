/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.doctor;

import java.util.List;

/** What the doctor found as a person reads it on a terminal: what is wrong first, then what is merely left over. */
public final class DoctorPage {
    private static final int MAX_LINES = 20;

    private DoctorPage() {}

    /**
     * Returns the page; ends with a line feed.
     *
     * @param tables how many tables were looked at
     */
    public static String of(int tables, List<Finding> findings) {
        StringBuilder page = new StringBuilder();
        lines(
                page,
                findings.stream().filter(finding -> finding.kind().isWrong()).toList(),
                "! ");
        lines(
                page,
                findings.stream().filter(finding -> !finding.kind().isWrong()).toList(),
                "- ");
        long open = findings.stream().filter(Finding::isOpen).count();
        page.append(tables).append(tables == 1 ? " table, " : " tables, ");
        page.append(open == 0 ? "nothing is wrong" : open + (open == 1 ? " thing is wrong" : " things are wrong"));
        return page.append('\n').toString();
    }

    private static void lines(StringBuilder page, List<Finding> findings, String mark) {
        String advice = "";
        int shown = 0;
        for (Finding finding : findings) {
            if (shown++ == MAX_LINES) {
                page.append("  and ").append(findings.size() - MAX_LINES).append(" more; --json lists all\n");
                break;
            }
            if (!advice.isEmpty() && !advice.equals(finding.advice())) {
                page.append("    ").append(advice).append('\n');
            }
            advice = finding.repaired() ? "" : finding.advice();
            page.append("  ")
                    .append(mark)
                    .append(finding.table())
                    .append(finding.table().isEmpty() ? "" : ", ");
            page.append(finding.kind().label()).append(": ").append(finding.text());
            page.append(finding.repaired() ? " (repaired)" : "").append('\n');
        }
        if (!advice.isEmpty()) {
            page.append("    ").append(advice).append('\n');
        }
        page.append(findings.isEmpty() ? "" : "\n");
    }
}
