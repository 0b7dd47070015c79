/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.protocol;

import dev.saltern.conf.ExitCode;
import dev.saltern.jobs.publish.run.RunId;

/**
 * A process that does nothing but reconcile.
 *
 * @param number names it
 */
record Reconcile(int number) implements Program, Program.Step {
    @Override
    public Step first() {
        return this;
    }

    @Override
    public RunId runId() {
        return Day.id("all-00000000", number);
    }

    @Override
    public ExitCode run(Desk desk) {
        desk.publisher.reconcile(Desk.TABLE);
        return ExitCode.DONE;
    }

    @Override
    public String toString() {
        return "reconcile";
    }
}
