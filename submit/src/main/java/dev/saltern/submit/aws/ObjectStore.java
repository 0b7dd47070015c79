/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.aws;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Objects by address. */
public interface ObjectStore {
    /**
     * Something that is stored.
     *
     * @param address where
     * @param bytes how large
     * @param modified when it was written
     */
    record Stored(Address address, long bytes, Instant modified) {}

    /**
     * The content of an object, and the tag that a conditional write names.
     *
     * @param text the content
     * @param tag of this very content
     */
    record Tagged(String text, String tag) {}

    /** Writes the object unless there is one; returns whether it was written. */
    boolean putIfAbsent(Address address, Content content);

    /** Writes the object if it is still the tagged one; returns whether it was written. */
    boolean putIfUnchanged(Address address, Content content, String tag);

    /** Removes the object, if there is one. */
    void delete(Address address);

    /** Returns the object's content as text, or empty if there is none; what is compressed by gzip is unpacked. */
    Optional<Tagged> find(Address address);

    /** Returns the objects whose addresses begin so, by key; a slash at the end stands for a folder. */
    List<Stored> list(Address prefix);
}
