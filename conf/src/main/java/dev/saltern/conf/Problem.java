/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf;

/**
 * One thing that is wrong in a file that people write.
 *
 * @param origin where it stands
 * @param message what is wrong and, in a second sentence, the next step
 */
public record Problem(Origin origin, String message) {
    @Override
    public String toString() {
        return origin + ": " + message;
    }
}
