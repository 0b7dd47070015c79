/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.cost;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads tables of prices. */
public final class Prices {
    private static final String OWN = "prices.json";

    private Prices() {}

    /**
     * Returns the table of the file, or the one that comes with Saltern.
     *
     * @throws SalternException if the file is no table
     */
    public static PriceTable load(@Nullable Path file) {
        try (InputStream in = file == null ? Prices.class.getResourceAsStream(OWN) : Files.newInputStream(file)) {
            if (in == null) {
                throw new IllegalStateException("Cannot find " + OWN + ": not on the class path");
            }
            return table(new ObjectMapper().readTree(in));
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            throw new SalternException(
                    ExitCode.INVALID_CONFIGURATION, "Cannot read prices of " + file + ": " + e.getMessage(), e);
        }
    }

    private static PriceTable table(JsonNode root) {
        return new PriceTable(
                LocalDate.parse(require(root, "date").asText()),
                require(root, "region").asText(),
                root.path("basis").asText(),
                number(root, "spotShare"),
                number(root, "gp3GibMonth"),
                entries(
                        require(root, "serverless"),
                        worker -> new PriceTable.Worker(
                                number(worker, "core"), number(worker, "memoryGib"), number(worker, "diskGib"))),
                entries(
                        require(root, "types"),
                        type -> new PriceTable.Machine(number(type, "ec2"), number(type, "emr"))));
    }

    private static <T> Map<String, T> entries(JsonNode node, Function<JsonNode, T> read) {
        Map<String, T> entries = new LinkedHashMap<>();
        node.fields().forEachRemaining(field -> entries.put(field.getKey(), read.apply(field.getValue())));
        return entries;
    }

    private static double number(JsonNode node, String key) {
        JsonNode value = require(node, key);
        if (!value.isNumber() || value.asDouble() < 0) {
            throw new IllegalArgumentException("Invalid " + key + ": " + value + " (must be a number of at least 0)");
        }
        return value.asDouble();
    }

    private static JsonNode require(JsonNode node, String key) {
        if (!node.has(key)) {
            throw new IllegalArgumentException("Missing required " + key);
        }
        return node.get(key);
    }
}
