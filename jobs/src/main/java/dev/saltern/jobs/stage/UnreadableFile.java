/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage;

/**
 * A file that cannot be read whole; none of its rows are kept.
 *
 * @param path of the file
 * @param reason names the byte and line where they are known
 */
public record UnreadableFile(String path, String reason) {
    @Override
    public String toString() {
        return path + ": " + reason;
    }
}
