/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.report.page;

import dev.saltern.jobs.report.Json;

/** JSON for an element {@code <script type="application/json">}: nothing in it can end the element or begin another. */
final class EmbeddedJson {
    private EmbeddedJson() {}

    static String of(Object value) {
        return Json.line(value)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }
}
