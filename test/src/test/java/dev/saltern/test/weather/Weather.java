/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.weather;

/**
 * How often requests go wrong, each from 0 to 1.
 *
 * @param resets that the connection breaks before anything is sent
 * @param busy that the service refuses to work: S3 with 503 and SlowDown, Glue with 400 and "Rate exceeded"
 * @param lostAnswers that the connection breaks after the service did what was asked
 * @param errors that the service says 500 after it did what was asked
 * @param conflicts that a conditional write is answered with 409, because another one of that name is under way
 * @param entries that an entry of a batch is refused, or a key is left, inside an answer of 200
 */
public record Weather(double resets, double busy, double lostAnswers, double errors, double conflicts, double entries) {
    /** Nothing goes wrong. */
    public static final Weather FAIR = new Weather(0, 0, 0, 0, 0, 0);

    /** Some of everything. */
    public static final Weather FOUL = new Weather(0.03, 0.05, 0.04, 0.03, 0.05, 0.1);

    /** Requests and answers get lost. */
    public static final Weather DISCONNECTED = new Weather(0.06, 0, 0.12, 0, 0, 0);

    /** The services are in trouble before or after they do what is asked. */
    public static final Weather TROUBLED = new Weather(0, 0.08, 0, 0.1, 0.2, 0);

    /** The services have too much to do: one request of five, and one entry of ten. */
    public static final Weather CROWDED = new Weather(0, 0.2, 0, 0, 0, 0.1);

    /** One request of five is refused with 503 or "Rate exceeded", and nothing else goes wrong. */
    public static final Weather SLOW_DOWN = new Weather(0, 0.2, 0, 0, 0, 0);
}
