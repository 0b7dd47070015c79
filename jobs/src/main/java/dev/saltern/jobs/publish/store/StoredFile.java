/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.store;

/**
 * A file of a lake.
 *
 * @param path relative to the lake's root
 * @param size in bytes
 * @param version what changes with its content: the entity tag of an object, or the modification time in milliseconds as text
 */
public record StoredFile(String path, long size, String version) {
    /** Returns the last part of the path. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
