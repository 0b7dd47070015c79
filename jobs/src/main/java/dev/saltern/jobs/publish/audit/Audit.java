/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.audit;

import dev.saltern.conf.ExitCode;
import java.time.Instant;
import java.util.List;

/**
 * The verdict on a sealed run.
 *
 * @param verdict whether it may be published
 * @param reasons why not, each in one sentence; empty for a pass
 * @param audited when it was decided
 * @param exitCode what the command ends with if this run cannot be published; {@link ExitCode#DONE} for a pass
 */
public record Audit(Verdict verdict, List<String> reasons, Instant audited, ExitCode exitCode) {
    public Audit {
        reasons = List.copyOf(reasons);
    }

    /** Whether a run may be published. */
    public enum Verdict {
        PASS,
        FAIL
    }

    /** Returns whether the run may be published. */
    public boolean hasPassed() {
        return verdict == Verdict.PASS;
    }
}
