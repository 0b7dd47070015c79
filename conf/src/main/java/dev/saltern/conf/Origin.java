/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf;

/**
 * Where something stands in a file that people write.
 *
 * @param file the file's name as the user typed it
 * @param line 1-based
 * @param column 1-based
 */
public record Origin(String file, int line, int column) {
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
