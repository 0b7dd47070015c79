/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.report.page;

import dev.saltern.conf.ExitCode;
import dev.saltern.jobs.report.RunReport;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a person may do after a run, as commands that can be copied. Use once. */
public final class NextSteps {
    private final RunReport report;
    private final String environment;
    private final @Nullable String quarantine;
    private final List<NextStep> steps = new ArrayList<>();

    private NextSteps(RunReport report, String environment, @Nullable String quarantine) {
        this.report = report;
        this.environment = environment;
        this.quarantine = quarantine;
    }

    /**
     * Returns the steps, the most likely first.
     *
     * @param environment the environment's name
     * @param quarantine the table of the rows that were set aside; null if there are none
     */
    public static List<NextStep> of(RunReport report, String environment, @Nullable String quarantine) {
        NextSteps next = new NextSteps(report, environment, quarantine);
        switch (report.verdict()) {
            case PUBLISHED -> next.published();
            case UP_TO_DATE -> next.upToDate();
            case REFUSED -> next.refused();
            case FAILED -> next.failed();
        }
        return next.steps;
    }

    private void published() {
        report.tables().stream()
                .filter(table -> !table.table().equals(quarantine))
                .findFirst()
                .ifPresent(table -> add("Read a table", "query \"SELECT * FROM " + table.table() + " LIMIT 20\""));
        lookAtQuarantine();
        if (quarantine != null) {
            add("After a fix, take back what was set aside", "replay " + report.pipeline() + days());
        }
        add("Show what was there before, if this is wrong", "rollback " + report.pipeline() + days() + " --dry-run");
    }

    private void upToDate() {
        add("See what is live", "status " + report.pipeline());
        add("See the runs", "history " + report.pipeline());
    }

    private void refused() {
        lookAtQuarantine();
        add("After a fix of the files or of the rules", "run " + report.pipeline() + days());
        add("See how each rule is settled", "rules explain " + report.pipeline());
        add("What was live is live; see it", "status " + report.pipeline());
    }

    private void failed() {
        if (report.exitCode() == ExitCode.INTERRUPTED.code()) {
            add("Go on: nothing is lost", "run " + report.pipeline() + days());
            return;
        }
        add("Run again, with the stack trace", "run " + report.pipeline() + days() + " --verbose");
        add("Check that journal, catalog and files fit", "doctor " + report.pipeline());
    }

    private void lookAtQuarantine() {
        if (quarantine != null) {
            boolean live = report.verdict() == RunReport.Verdict.PUBLISHED;
            if (live) {
                add(
                        "Count what was set aside, by reason",
                        "query \"SELECT source, rule_ids, count(*) AS n FROM " + quarantine + " GROUP BY ALL\"");
            }
        }
    }

    private String days() {
        String scope = report.scope();
        if (scope.equals("all")) {
            return "";
        }
        int dots = scope.indexOf("..");
        return dots < 0
                ? " --date " + scope
                : " --from " + scope.substring(0, dots) + " --to " + scope.substring(dots + 2);
    }

    private void add(String why, String words) {
        String where = environment.equals("local") ? "" : " --env " + environment;
        steps.add(new NextStep(why, "saltern " + words + where));
    }
}
