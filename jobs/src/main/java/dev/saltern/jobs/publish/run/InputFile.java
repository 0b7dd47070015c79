/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.run;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file that a run read.
 *
 * @param path its full path
 * @param size its length in bytes
 * @param version what changes with its content: the entity tag of an object, or the modification time in milliseconds as text
 * @param source the source that read it; null in manifests that do not say
 * @param period the first day, as ISO 8601, of the period that its path names; null for a file of every run
 * @param late the first days of the earlier periods that rows of it belong to and were, or are to be, published with, in order
 */
public record InputFile(
        String path,
        long size,
        String version,
        @Nullable String source,
        @Nullable String period,
        List<String> late) {
    @JsonCreator
    public InputFile {
        late = List.copyOf(Objects.requireNonNullElse(late, List.of()));
    }

    /** A file of which no more is known. */
    public InputFile(String path, long size, String version) {
        this(path, size, version, null, null, List.of());
    }

    /** Returns path, size and version alone: what an idempotency key rests on. */
    public InputFile content() {
        return new InputFile(path, size, version);
    }

    /** Returns whether the rows of a period come from this file, among others. */
    public boolean feeds(String firstDay) {
        return period == null || period.equals(firstDay) || late.contains(firstDay);
    }
}
