/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.run;

/** The sentence that explains a failure deep inside Spark. */
public final class RootCause {
    private static final int MAX_LENGTH = 500;

    private RootCause() {}

    /** Returns the first line of the deepest cause's message, with the cause's name where the message alone says little. */
    public static String of(Throwable failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null && deepest.getCause() != deepest) {
            deepest = deepest.getCause();
        }
        String message = deepest.getMessage();
        String name = deepest.getClass().getSimpleName();
        String text = message == null
                ? name
                // A second sentence of Saltern is what to do next; those of others are not.
                : name + ": " + message.strip().lines().findFirst().orElse("").replaceAll("\\. (?=[A-Z])", "; ");
        return text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) + "..." : text;
    }
}
