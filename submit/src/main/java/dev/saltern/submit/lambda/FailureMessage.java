/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.lambda;

import dev.saltern.submit.diagnose.Diagnosis;
import java.util.List;

/** What a person needs at night: what failed, why, and what to run next. */
final class FailureMessage {
    private static final int MOST_CAUSES = 2;

    private final EndedRun run;
    private final String environment;

    /**
     * Tells of a run.
     *
     * @param environment the name that commands take
     */
    FailureMessage(EndedRun run, String environment) {
        this.run = run;
        this.environment = environment;
    }

    String text(List<Diagnosis.Finding> findings) {
        StringBuilder text = new StringBuilder(what() + " failed with exit code "
                + run.verdict().exitCode().code() + ", "
                + run.verdict().exitCode().meaning() + ".\n\n"
                + run.verdict().message() + "\n");
        if (!run.trouble().isBlank()) {
            text.append("Before that: ").append(run.trouble().strip()).append('\n');
        }
        findings.stream()
                .limit(MOST_CAUSES)
                .forEach(finding -> text.append("\nCause: ")
                        .append(finding.cause())
                        .append("\n  shown by ")
                        .append(finding.evidence().uri() + ":"
                                + finding.evidence().line())
                        .append("\n    ")
                        .append(finding.evidence().text())
                        .append("\n  advice: ")
                        .append(finding.advice())
                        .append('\n'));
        if (!run.cluster().isEmpty()) {
            text.append("\nLook closer:  saltern diagnose ")
                    .append(run.cluster())
                    .append(" --env ")
                    .append(environment);
        }
        return text.append(again()).toString();
    }

    private String what() {
        return run.isUpkeep()
                ? "The removal of files that " + run.pipeline() + " no longer needs"
                : run.pipeline() + " " + run.day();
    }

    private String again() {
        if (run.isUpkeep()) {
            return "\nRun it again: saltern gc --env " + environment
                    + " (with --yes it removes), or wait for the next one: nothing is lost but room.\nSee docs/runbook.md\n";
        }
        String days = run.day().contains("..")
                ? " --from " + run.day().replace("..", " --to ")
                : run.day().equals("all") ? "" : " --date " + run.day();
        return "\nRun it again: saltern launch " + run.pipeline() + days + " --env " + environment
                + "\nWhat was live is live. See docs/runbook.md\n";
    }
}
