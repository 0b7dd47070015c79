/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage.read;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * What {@link RawRecords} reads; small, and shipped to executors.
 *
 * @param layout how the files are written
 * @param data the declared columns, then those columns of the path that are not declared
 * @param declaredColumns how many of the data columns are declared
 * @param pathPattern the regular expression whose named groups are columns, or null
 * @param files the files
 * @param splitBytes where a file is long, how many bytes one task reads; at least 1
 */
public record ReadRequest(
        TextLayout layout,
        StructType data,
        int declaredColumns,
        @Nullable String pathPattern,
        List<RawFile> files,
        long splitBytes)
        implements Serializable {
    /** A file is cut into pieces of 128 MiB. */
    public static final long DEFAULT_SPLIT_BYTES = 128L << 20;

    /** The name of the data source's option that holds the request. */
    public static final String OPTION = "request";

    public ReadRequest {
        files = List.copyOf(files);
    }

    /** Returns the request as the text of an option. */
    public String encoded() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(this);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the read request: " + e.getMessage(), e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    static ReadRequest decode(@Nullable String text) {
        if (text == null) {
            throw new IllegalArgumentException("Missing required option " + OPTION);
        }
        try (ObjectInputStream in = new ObjectInputStream(
                new ByteArrayInputStream(Base64.getDecoder().decode(text)))) {
            return (ReadRequest) in.readObject();
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalArgumentException("Cannot read the option " + OPTION + ": " + e.getMessage(), e);
        }
    }
}
