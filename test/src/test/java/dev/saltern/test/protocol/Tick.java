/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.protocol;

import dev.saltern.conf.ExitCode;
import dev.saltern.jobs.publish.run.RunId;

/**
 * The clock: every tick may come at any time, except between a process's last look and what it does upon it.
 *
 * @param ticks how many there are
 */
record Tick(int ticks) implements Program, Program.Step {
    @Override
    public RunId runId() {
        return Day.id("all-00000000", 90);
    }

    @Override
    public Step first() {
        return this;
    }

    @Override
    public Object run(Desk desk) {
        if (ticks == 0) {
            return ExitCode.DONE;
        }
        desk.tick.run();
        return new Tick(ticks - 1);
    }
}
