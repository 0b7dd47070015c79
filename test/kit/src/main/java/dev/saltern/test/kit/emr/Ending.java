/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.kit.emr;

/**
 * How a cluster ends.
 *
 * @param state {@code TERMINATED} or {@code TERMINATED_WITH_ERRORS}
 * @param code the code of the state change reason; empty where EMR leaves it out
 * @param message the text of the reason
 */
public record Ending(String state, String code, String message) {
    /** All steps were carried out. */
    public static final Ending COMPLETED = new Ending("TERMINATED", "ALL_STEPS_COMPLETED", "Steps completed");

    /** No step was left, and one of them had failed. */
    public static final Ending COMPLETED_WITH_ERRORS =
            new Ending("TERMINATED", "ALL_STEPS_COMPLETED", "Steps completed with errors");

    /** A failed step took the cluster down. */
    public static final Ending STEP_FAILURE =
            new Ending("TERMINATED_WITH_ERRORS", "STEP_FAILURE", "Shut down as step failed");

    /** A failed step took the cluster down, and EMR says nothing of it. */
    public static final Ending SILENT = new Ending("TERMINATED", "", "");

    /** Somebody asked for it. */
    public static final Ending USER_REQUEST = new Ending("TERMINATED", "USER_REQUEST", "Terminated by user request");

    /** The machines of a fleet did not come in time. */
    public static final Ending FLEET_TIMEOUT = new Ending(
            "TERMINATED_WITH_ERRORS",
            "INSTANCE_FLEET_TIMEOUT",
            "Fleet provisioning timed out: the spot capacity was not fulfilled in time");

    /** The zone has no such machines. */
    public static final Ending NO_CAPACITY = new Ending(
            "TERMINATED_WITH_ERRORS",
            "VALIDATION_ERROR",
            "Insufficient capacity: EC2 has insufficient capacity for the requested instance types");

    /** A bootstrap action failed. */
    public static final Ending BOOTSTRAP_FAILURE = new Ending(
            "TERMINATED_WITH_ERRORS",
            "BOOTSTRAP_FAILURE",
            "On the master instance, application provisioning failed: bootstrap action 1 returned a non-zero return code");

    /** Something of EMR's own broke. */
    public static final Ending INTERNAL_ERROR =
            new Ending("TERMINATED_WITH_ERRORS", "INTERNAL_ERROR", "Internal error of the service");
}
