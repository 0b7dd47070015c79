/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf;

import java.util.Arrays;

/** What a command's exit code says; help, documents and tests are generated from this list. */
public enum ExitCode {
    DONE(0, Blame.NOBODY, "Done, or already up to date", "Nothing"),
    USAGE(
            2,
            Blame.USER,
            "The command line is wrong",
            "Give the command again with --help: it tells its arguments and options"),
    INVALID_CONFIGURATION(
            3,
            Blame.USER,
            "The pipeline or its configuration is invalid",
            "Mend that place; saltern validate finds what is left in a second"),
    LAUNCH(
            10,
            Blame.EXTERNAL,
            "The cluster did not start, or there was no capacity",
            "Launch again, or with another --cluster; saltern diagnose ID tells more"),
    BOOTSTRAP(11, Blame.EXTERNAL, "A bootstrap action failed", "Read what the action printed: saltern diagnose ID"),
    STEP_FAILED(
            20,
            Blame.DATA,
            "A source could not be read or a step failed",
            "Mend what it names and give the command again; what was published before stays"),
    QUALITY_GATE(
            21,
            Blame.DATA,
            "A rule or a limit refused the publish",
            "Mend the rows or the rule and run the day again; what was published before stays"),
    UNBALANCED_ACCOUNT(
            22,
            Blame.INTERNAL,
            "The row account does not balance",
            "Keep the report of the run and report it; what was published before stays"),
    CONFLICT(
            23,
            Blame.EXTERNAL,
            "A newer run of the same partitions, or one with other columns, was published meanwhile",
            "Look who published: saltern history --table TABLE; then run the day again if it has newer files"),
    UNSOUND(
            24,
            Blame.EXTERNAL,
            "Journal, catalog and files of a table do not fit together",
            "Let the catalog follow the journal: saltern doctor --repair"),
    DEADLINE(
            30,
            Blame.EXTERNAL,
            "The deadline or the budget was reached",
            "Launch again with more time, a larger budget or more machines; saltern cost ID tells what it took"),
    INTERRUPTED(40, Blame.USER, "Interrupted", "Give the same command again: it goes on with what is left"),
    LOCK_HELD(
            50,
            Blame.EXTERNAL,
            "Another process holds the lock",
            "Wait until the other process has ended, then give the command again"),
    INTERNAL(
            70,
            Blame.INTERNAL,
            "An error in Saltern itself",
            "Give the command again with --verbose, and report what it prints");

    private final int code;
    private final Blame blame;
    private final String meaning;
    private final String next;

    ExitCode(int code, Blame blame, String meaning, String next) {
        this.code = code;
        this.blame = blame;
        this.meaning = meaning;
        this.next = next;
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

    /** Returns what to do then, where the failure itself does not say: one sentence without a full stop. */
    public String next() {
        return next;
    }
}
