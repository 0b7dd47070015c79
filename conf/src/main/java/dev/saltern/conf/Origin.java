/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf;

/**
 * Where something stands in a file that people write.
 *
 * @param file the file's name as the user typed it
 * @param line 1-based; 0 for what stands in no file, such as a word of the command line
 * @param column 1-based, or 0
 */
public record Origin(String file, int line, int column) {
    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line + ":" + column;
    }
}
