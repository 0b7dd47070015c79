/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.launch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.saltern.conf.SalternException;
import dev.saltern.submit.aws.Address;
import dev.saltern.submit.aws.ObjectStore;

/** What the running job says of itself: a small object in the lake that it writes over every few seconds. */
final class JobProgress {
    private final ObjectStore objects;
    private final Address address;

    JobProgress(ObjectStore objects, String lake, String launch) {
        this.objects = objects;
        this.address = Address.parse(lake).child("_progress").child(launch + ".json");
    }

    /** Returns what the job does in a few words, or the empty text while it says nothing. */
    String line() {
        try {
            return objects.find(address).map(found -> describe(found.text())).orElse("");
        } catch (SalternException e) {
            return ""; // Progress is a convenience; whoever may not read the lake still gets the verdict of the steps.
        }
    }

    private static String describe(String text) {
        try {
            JsonNode node = new ObjectMapper().readTree(text);
            String phase = node.path("phase").asText();
            long total = node.path("tasks").asLong();
            String tasks = total == 0 ? "" : "  " + node.path("tasksDone").asLong() + "/" + total + " tasks";
            long rows = node.path("rows").asLong();
            return phase + tasks + (rows == 0 ? "" : String.format(java.util.Locale.ROOT, "  %,d rows", rows));
        } catch (JsonProcessingException e) {
            return "";
        }
    }
}
