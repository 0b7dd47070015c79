/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.audit;

import java.util.List;

/**
 * What the run itself found out about its output.
 *
 * @param accountBalances whether every row that was read is accounted for
 * @param failures the rules and limits that refused the output, each in one sentence
 */
public record AuditInput(boolean accountBalances, List<String> failures) {
    /** Nothing stands against publishing. */
    public static final AuditInput CLEAN = new AuditInput(true, List.of());

    public AuditInput {
        failures = List.copyOf(failures);
    }
}
