/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.kit.machine;

/** An error of a state, as Retry and Catch see it. */
public final class TaskFailure extends RuntimeException {
    private final String error;

    /** Names the error, such as {@code Emr.ThrottlingException}, and says why. */
    public TaskFailure(String error, String cause) {
        super(cause);
        this.error = error;
    }

    /** Returns the error's name. */
    public String error() {
        return error;
    }

    /** Returns why. */
    public String why() {
        return String.valueOf(getMessage());
    }
}
