/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.request;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * The id of a launch.
 *
 * @param key eight hexadecimal digits of what the launch will compute: launches with equal keys would do the same work
 * @param text of this launch alone: its time and a few random digits
 */
public record LaunchId(String key, String text) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** The digits of a key. */
    public static final int KEY_LENGTH = 8;

    /** Makes an id of a time. */
    public static LaunchId of(String sha256, Instant now, RandomGenerator random) {
        String chance = String.format(Locale.ROOT, "%06x", random.nextInt(1 << 24));
        return new LaunchId(sha256.substring(0, KEY_LENGTH), TIME.format(now) + "-" + chance);
    }
}
