/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.rollback;

import java.time.LocalDate;

/** What a rollback goes back to. */
public sealed interface RollbackGoal {
    /** Returns the goal that takes back the run that was published last. */
    static RollbackGoal lastRun() {
        return new BeforeLastRun();
    }

    /** Returns the goal that takes back the run which a day shows, in the partitions of that day. */
    static RollbackGoal day(LocalDate day) {
        return new BeforeDay(day);
    }

    /** Returns the goal that shows again all that a version showed. */
    static RollbackGoal version(long version) {
        return new ToVersion(version);
    }

    /** Returns the goal that shows again what a run published, in the partitions that it claimed. */
    static RollbackGoal run(String run) {
        return new ToRun(run);
    }

    /** As before the run that was published last. */
    record BeforeLastRun() implements RollbackGoal {
        @Override
        public String toString() {
            return "before its last run";
        }
    }

    /** As before the run that a day shows. */
    record BeforeDay(LocalDate day) implements RollbackGoal {
        @Override
        public String toString() {
            return "before the run that " + day + " shows";
        }
    }

    /** As the whole table was at a version. */
    record ToVersion(long version) implements RollbackGoal {
        @Override
        public String toString() {
            return "to version " + version;
        }
    }

    /** As a run had published its partitions. */
    record ToRun(String run) implements RollbackGoal {
        @Override
        public String toString() {
            return "to run " + run;
        }
    }
}
