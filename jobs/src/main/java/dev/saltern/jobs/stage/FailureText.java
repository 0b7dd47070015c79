/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage;

/** What a failure of a library says, in one line. */
final class FailureText {
    private static final int MAX_LENGTH = 500;

    private FailureText() {}

    /** Returns the message of the innermost cause, without what follows its first line. */
    static String of(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String message = root.getMessage() == null || root.getMessage().isBlank() ? root.toString() : root.getMessage();
        String line = message.strip().lines().findFirst().orElse("");
        return line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH) + "...";
    }
}
