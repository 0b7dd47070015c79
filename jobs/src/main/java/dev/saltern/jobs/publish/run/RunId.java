/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.run;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.github.f4b6a3.ulid.Ulid;
import com.github.f4b6a3.ulid.UlidCreator;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of one run of one table: the scope, the first 8 hex digits of the idempotency key, and a ULID, joined by hyphens.
 *
 * @param text only letters, digits and hyphens: {@code 20260131-1f3a9c02-01KG3Z5YV0Q4M7T2B8D6N9R1XE}
 */
public record RunId(@JsonValue String text) {
    /** Orders runs by the moment they started, to the millisecond; then by chance but the same everywhere. */
    public static final Comparator<RunId> BY_START = Comparator.comparing(RunId::ulid);

    private static final int ULID_LENGTH = 26;
    private static final int KEY_DIGITS = 8;
    private static final Pattern FORM = Pattern.compile("(?:[0-9]{8}(?:-[0-9]{8})?|all)-[0-9a-f]{8}-[0-9A-Z]{26}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RunId {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "Invalid run id: " + text + " (must be <scope>-<8 hex digits>-<26 letters of a ULID>)");
        }
    }

    /** Returns a new id for a run that starts in this moment. */
    public static RunId create(Claim claim, IdempotencyKey key) {
        return new RunId(
                claim.text() + "-" + key.sha256().substring(0, KEY_DIGITS) + "-" + UlidCreator.getMonotonicUlid());
    }

    /** Returns the id that the text is, or empty if it is none. */
    public static Optional<RunId> find(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new RunId(text)) : Optional.empty();
    }

    /** Returns the first digits of the idempotency key, which the runs of all tables of one run of a pipeline share. */
    public String keyStart() {
        int end = text.length() - ULID_LENGTH - 1;
        return text.substring(end - KEY_DIGITS, end);
    }

    /** Returns whether the text is a run id whose key starts as the given one does. */
    static boolean matches(String text, IdempotencyKey key) {
        return FORM.matcher(text).matches() && text.contains("-" + key.sha256().substring(0, KEY_DIGITS) + "-");
    }

    /** Returns the moment at which the run started, to the millisecond. */
    public Instant started() {
        return Ulid.from(ulid()).getInstant();
    }

    private String ulid() {
        return text.substring(text.length() - ULID_LENGTH);
    }

    @Override
    public String toString() {
        return text;
    }
}
