/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.diagnose;

import java.util.List;

/**
 * A log.
 *
 * @param uri where it is
 * @param lines its lines
 */
public record LogFile(String uri, List<String> lines) {
    public LogFile {
        lines = List.copyOf(lines);
    }
}
