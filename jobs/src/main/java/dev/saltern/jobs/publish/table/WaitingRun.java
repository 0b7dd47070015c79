/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.table;

import dev.saltern.jobs.publish.audit.Audit;
import dev.saltern.jobs.publish.run.Manifest;
import java.util.Optional;

/**
 * A run that was sealed and never published.
 *
 * @param manifest what it holds
 * @param audit its verdict, or empty if it died before
 */
public record WaitingRun(Manifest manifest, Optional<Audit> audit) {
    /** Returns why it is not published, in a few words. */
    public String reason() {
        return audit.map(verdict -> verdict.hasPassed() ? "passed, not published" : "refused")
                .orElse("not audited");
    }

    /** Returns the next step. */
    public String advice() {
        return audit.map(Audit::hasPassed).orElse(false)
                ? "A run with the same input publishes it without writing it again"
                : "It is kept for study; saltern gc removes it when it is old enough";
    }
}
