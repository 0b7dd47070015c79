/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.saltern.conf.Pipeline;
import dev.saltern.conf.Retention;
import dev.saltern.conf.Text;
import java.lang.reflect.RecordComponent;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Digests what a pipeline says about its rows: every value but its variables, which count where they are used, no positions, and nothing
 * on how long the rows are kept.
 */
final class Fingerprint {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Fingerprint() {}

    static String of(Pipeline pipeline) {
        Map<String, @Nullable Object> canonical = canonicalRecord(pipeline);
        canonical.remove("variables");
        try {
            byte[] json = MAPPER.writeValueAsBytes(canonical);
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(json));
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("Cannot digest the pipeline", e);
        }
    }

    private static Map<String, @Nullable Object> canonicalRecord(Record record) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("", record.getClass().getSimpleName());
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            if (component.getType() == Retention.class) {
                continue;
            }
            try {
                map.put(component.getName(), canonical(component.getAccessor().invoke(record)));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("Cannot read " + component, e);
            }
        }
        return map;
    }

    private static @Nullable Object canonical(@Nullable Object value) {
        if (value instanceof Text text) {
            return text.text();
        }
        if (value instanceof Record record) {
            return canonicalRecord(record);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Fingerprint::canonical).toList();
        }
        if (value instanceof Map<?, ?> map) {
            // A list of pairs: the order of the entries counts, since it is the order of columns.
            return map.entrySet().stream()
                    .map(entry -> List.of(entry.getKey(), Objects.requireNonNull(canonical(entry.getValue()))))
                    .toList();
        }
        return value == null ? null : value.toString();
    }
}
