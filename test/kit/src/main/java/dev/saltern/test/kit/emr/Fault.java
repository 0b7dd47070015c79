/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.kit.emr;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * What goes wrong on the way to the service or back.
 *
 * @param kind what happens
 * @param action a regular expression for the whole name of the actions that it befalls
 * @param from the first call of those that it befalls, from 1
 * @param times how many it befalls
 * @param lasts how long it goes on from its first call on; zero: as many times as {@code times} says
 */
public record Fault(Kind kind, String action, int from, int times, Duration lasts) {
    /** What happens to a call. */
    public enum Kind {
        /** The service answers "Rate exceeded" and does nothing. */
        THROTTLED,
        /** The service answers with status 500 and does nothing. */
        SERVER_ERROR,
        /** The connection breaks before the service has read the call. */
        LOST_REQUEST,
        /** The service does what was asked, and the connection breaks before it answers. */
        LOST_RESPONSE
    }

    /** The first call of an action. */
    public static Fault first(Kind kind, String action) {
        return new Fault(kind, action, 1, 1, Duration.ZERO);
    }

    /** Every call of any action for a while, from the n-th on. */
    public static Fault throttled(int from, Duration lasts) {
        return new Fault(Kind.THROTTLED, ".*", from, Integer.MAX_VALUE, lasts);
    }

    /** A fault that is under way. */
    static final class Watch {
        private final Fault fault;
        private final Pattern pattern;
        private int calls;
        private Instant begun = Instant.MAX;

        Watch(Fault fault) {
            this.fault = fault;
            this.pattern = Pattern.compile(fault.action);
        }

        /** Counts the call, and returns whether the fault befalls it. */
        boolean befalls(String action, Instant now) {
            if (!pattern.matcher(action).matches()) {
                return false;
            }
            calls++;
            if (calls < fault.from || calls - fault.from >= fault.times) {
                return false;
            }
            if (begun.equals(Instant.MAX)) {
                begun = now;
            }
            return fault.lasts.isZero() || now.isBefore(begun.plus(fault.lasts));
        }

        Kind kind() {
            return fault.kind;
        }
    }
}
