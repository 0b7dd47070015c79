/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Turns a default, which is YAML text, into JSON. */
final class Defaults {
    private Defaults() {}

    static JsonNode json(RecordKey key) {
        Object value = new Load(LoadSettings.builder().build())
                .loadFromString(key.key().defaultValue());
        return new ObjectMapper().valueToTree(value);
    }
}
