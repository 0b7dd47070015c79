/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.store;

import java.io.IOException;

/** The step that differs between file systems: creating a document whole or not at all, and once. */
@FunctionalInterface
public interface Creator {
    /**
     * Creates a document.
     *
     * @param location its full location
     * @throws IOException if it was not created and will not be
     */
    Creation create(String location, byte[] content) throws IOException;
}
