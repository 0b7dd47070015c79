/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf;

import java.util.Arrays;

/** What a command's exit code says; help, documents and tests are generated from this list. */
public enum ExitCode {
    DONE(0, Blame.NOBODY, "Done, or already up to date"),
    USAGE(2, Blame.USER, "The command line is wrong"),
    INVALID_CONFIGURATION(3, Blame.USER, "The pipeline or its configuration is invalid"),
    LAUNCH(10, Blame.EXTERNAL, "The cluster did not start, or there was no capacity"),
    BOOTSTRAP(11, Blame.EXTERNAL, "A bootstrap action failed"),
    STEP_FAILED(20, Blame.DATA, "A source could not be read or a step failed"),
    QUALITY_GATE(21, Blame.DATA, "A rule or a limit refused the publish"),
    UNBALANCED_ACCOUNT(22, Blame.INTERNAL, "The row account does not balance"),
    CONFLICT(23, Blame.EXTERNAL, "A newer run of the same partitions was published meanwhile"),
    UNSOUND(24, Blame.EXTERNAL, "Journal, catalog and files of a table do not fit together"),
    DEADLINE(30, Blame.EXTERNAL, "The deadline or the budget was reached"),
    INTERRUPTED(40, Blame.USER, "Interrupted"),
    LOCK_HELD(50, Blame.EXTERNAL, "Another process holds the lock"),
    INTERNAL(70, Blame.INTERNAL, "An error in Saltern itself");

    private final int code;
    private final Blame blame;
    private final String meaning;

    ExitCode(int code, Blame blame, String meaning) {
        this.code = code;
        this.blame = blame;
        this.meaning = meaning;
    }

    /** Returns the meaning of a process's exit; {@code INTERNAL} for a number that has none. */
    public static ExitCode of(int code) {
        return Arrays.stream(values())
                .filter(candidate -> candidate.code == code)
                .findFirst()
                .orElse(INTERNAL);
    }

    /** Returns the number that the process exits with. */
    public int code() {
        return code;
    }

    /** Returns who can mend it. */
    public Blame blame() {
        return blame;
    }

    /** Returns one sentence without a full stop. */
    public String meaning() {
        return meaning;
    }
}
