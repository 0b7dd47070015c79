/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The JSON that lies beside a page. */
record PageJson(JsonNode root) {
    static PageJson of(Path page) throws IOException {
        return new PageJson(new ObjectMapper().readTree(file(page).toFile()));
    }

    static Path file(Path page) {
        return page.resolveSibling(page.getFileName().toString().replace(".html", ".json"));
    }

    JsonNode report() {
        return root.path("report");
    }

    /** Returns the numbers of a line as the page writes them. */
    static String[] counts(JsonNode line, String... names) {
        String[] counts = new String[names.length];
        for (int i = 0; i < names.length; i++) {
            counts[i] = String.format(Locale.ROOT, "%,d", line.path(names[i]).asLong());
        }
        return counts;
    }

    /** Returns where the picture of the account does not balance. */
    List<String> imbalances() {
        List<String> imbalances = new ArrayList<>();
        for (JsonNode node : root.path("account").path("nodes")) {
            long rows = node.path("rows").asLong();
            long out = flow("from", node.path("id").asText());
            long in = flow("to", node.path("id").asText());
            if ((out != 0 && out != rows) || (in != 0 && in != rows)) {
                imbalances.add(node + " takes " + in + " and gives " + out);
            }
        }
        return imbalances;
    }

    private long flow(String end, String id) {
        long rows = 0;
        for (JsonNode flow : root.path("account").path("flows")) {
            rows += flow.path(end).asText().equals(id) ? flow.path("rows").asLong() : 0;
        }
        return rows;
    }
}
