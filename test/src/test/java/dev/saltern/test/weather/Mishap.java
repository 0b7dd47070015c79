/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.weather;

/** What goes wrong with one request. */
enum Mishap {
    NONE,
    RESET,
    BUSY,
    LOST_ANSWER,
    ERROR,
    CONFLICT,
    DEATH_BEFORE,
    DEATH_BEHIND;

    @Override
    public String toString() {
        return switch (this) {
            case NONE -> "well";
            case RESET -> "connection reset before it was sent";
            case BUSY -> "refused as too much";
            case LOST_ANSWER -> "done, answer lost";
            case ERROR -> "done, answered with 500";
            case CONFLICT -> "answered with 409";
            case DEATH_BEFORE -> "death before it was sent";
            case DEATH_BEHIND -> "death behind it";
        };
    }
}
