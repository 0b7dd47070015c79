/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.day;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** A moment at which a run is killed; as text, it tells how to do it again. */
sealed interface Kill {
    /** Returns the options of the JVM that is to be killed. */
    default List<String> options() {
        return List.of();
    }

    /**
     * Waits for the moment, kills the process and returns its exit status: another one than {@link JobProcess#KILLED} if it ended before.
     *
     * @param whole how long a run takes
     */
    int strike(JobProcess process, Duration whole) throws IOException, InterruptedException;

    /** The process halts itself at an occasion of a named crash point, such as {@code AFTER_COMMIT:2}. */
    record AtPoint(String crashPoint) implements Kill {
        @Override
        public List<String> options() {
            return List.of("-Dsaltern.crash-at=" + crashPoint);
        }

        @Override
        public int strike(JobProcess process, Duration whole) throws InterruptedException {
            return process.await();
        }

        @Override
        public String toString() {
            return "halt at " + crashPoint;
        }
    }

    /** SIGKILL after a share of the time that a run takes. */
    record AfterShare(double share) implements Kill {
        @Override
        public int strike(JobProcess process, Duration whole) throws InterruptedException {
            return process.killAt(Duration.ofMillis((long) (whole.toMillis() * share)));
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "SIGKILL after %.1f %% of a run", 100 * share);
        }
    }

    /** SIGKILL some time after a phase began. */
    record InPhase(String phase, Duration delay) implements Kill {
        @Override
        public int strike(JobProcess process, Duration whole) throws IOException, InterruptedException {
            process.awaitPhase(phase);
            return process.killAt(process.age().plus(delay));
        }

        @Override
        public String toString() {
            return "SIGKILL " + delay.toMillis() + " ms into " + phase;
        }
    }
}
