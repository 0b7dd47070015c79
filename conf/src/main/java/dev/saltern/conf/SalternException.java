/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf;

/** A failure that is told to the user as one message, with the exit code that it leads to. */
public class SalternException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;

    /** Creates a failure without a cause. */
    public SalternException(ExitCode exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** Creates a failure with its cause. */
    public SalternException(ExitCode exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /** Returns the exit code of the command that meets this failure. */
    public ExitCode exitCode() {
        return exitCode;
    }
}
