/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Turns the records of a publish into JSON and back; moments are ISO-8601 text, single values stand bare, unknown keys are skipped. */
public final class Json {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .addModule(new SimpleModule()
                    .addSerializer(Instant.class, ToStringSerializer.instance)
                    .addDeserializer(Instant.class, new InstantDeserializer()))
            .build();

    private Json() {}

    /** Returns the record as indented JSON in UTF-8 with a final line break. */
    public static byte[] write(Object value) {
        try {
            String text = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
            return (text + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write JSON: " + e.getOriginalMessage(), e);
        }
    }

    /**
     * Returns the record that the JSON holds.
     *
     * @param name the file that the JSON came from, for the message
     * @throws SalternException with {@link ExitCode#UNSOUND} if it is not what was written
     */
    public static <T> T read(byte[] json, Class<T> type, String name) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new SalternException(ExitCode.UNSOUND, "Cannot read " + name + ": " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new SalternException(ExitCode.UNSOUND, "Cannot read " + name + ": " + e.getMessage(), e);
        }
    }

    private static final class InstantDeserializer extends FromStringDeserializer<Instant> {
        InstantDeserializer() {
            super(Instant.class);
        }

        @Override
        protected Instant _deserialize(String value, DeserializationContext context) {
            return Instant.parse(value);
        }
    }
}
