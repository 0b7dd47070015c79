/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.protocol;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.jobs.publish.Stores;
import dev.saltern.jobs.publish.run.RunId;
import java.util.function.UnaryOperator;

/** What a process does, apart from the answers that it gets. */
interface Program {
    /** Returns the run that it writes, or another name of its own. */
    RunId runId();

    /** Returns what it does first. */
    Step first();

    /** Returns how the stores are broken for it. */
    default UnaryOperator<Stores> sabotage() {
        return UnaryOperator.identity();
    }

    /** Does a step as a process would: a failure ends in its exit code. */
    default Object run(Step step, Calls calls) {
        try {
            return step.run(Desk.inMemory(calls, runId(), sabotage()));
        } catch (SalternException e) {
            return e.exitCode();
        }
    }

    /** A part of a program. It holds all that the process remembers: equal steps go on equally, whatever came before. */
    interface Step {
        /** Returns the next step, or the {@link ExitCode}. */
        Object run(Desk desk);
    }
}
