/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.store;

import java.util.List;
import java.util.Optional;

/**
 * The files of a lake, by paths relative to its root. What one call has done, every later call of every process sees. Implementations are
 * thread-safe.
 *
 * <p>Every method throws {@link dev.saltern.conf.SalternException} with {@link dev.saltern.conf.ExitCode#STEP_FAILED} if the store
 * refuses or cannot be reached; {@link #create} alone tells the one from the other.
 */
public interface LakeStore {
    /** Returns the full location of a path, as messages and the catalog name it. */
    String location(String path);

    /** Returns how to wait behind a call that gave no answer, before it is made again. */
    default Backoff backoff() {
        return Backoff.jittered();
    }

    /** Returns the content of a document, or empty if it does not exist. */
    Optional<byte[]> read(String path);

    /**
     * Creates a document whole or not at all, if none of that name exists; the only step of a store that two processes cannot both
     * succeed in.
     *
     * @throws dev.saltern.conf.SalternException if the store said no: the document was not created and will not be
     */
    Creation create(String path, byte[] content);

    /** Writes a document whole, whether it exists or not; whoever comes last wins. */
    void replace(String path, byte[] content);

    /** Removes a file, or a folder with all that is below it; what does not exist is no error. */
    void delete(String path);

    /** Returns the names of the files and folders right below a folder, in order; empty if it does not exist. */
    List<String> names(String folder);

    /** Returns every file below a folder, ordered by path; empty if it does not exist. */
    List<StoredFile> files(String folder);
}
