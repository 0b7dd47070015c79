/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.Map;

/** Prints answers for programs. */
final class JsonPrinter {
    private JsonPrinter() {}

    /** Returns the members of an object in JSON, for more to be added. */
    static Map<String, Object> members(String json) {
        try {
            return new ObjectMapper().readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot read the answer of the job: " + e.getOriginalMessage(), e);
        }
    }

    /** Returns the message of a failure that the job has told. */
    static String message(String json) {
        try {
            return new ObjectMapper().readTree(json).path("message").asText();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot read the answer of the job: " + e.getOriginalMessage(), e);
        }
    }

    /** Prints the object, indented, with a line end. */
    static void print(PrintWriter out, Map<String, ?> object) {
        try {
            out.println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(object));
            out.flush();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write JSON: " + e.getMessage(), e);
        }
    }
}
