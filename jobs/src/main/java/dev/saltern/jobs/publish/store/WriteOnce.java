/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Creates a local file that appears whole or not at all, also if the process is killed or the disk is full.
 *
 * <p>The content goes to a hidden temporary file that is forced to the disk; a hard link then gives it its name, which the file system
 * refuses if the name is taken. The temporary file of a killed process stays behind and means nothing.
 */
public final class WriteOnce {
    private WriteOnce() {}

    /**
     * Creates the file, and its folder if that is missing.
     *
     * @return false if a file of that name exists already; it is left as it is
     * @throws IOException if the content cannot be written; nothing of that name exists then
     */
    public static boolean create(Path file, byte[] content) throws IOException {
        Path folder = folder(file);
        Path temporary = temporary(folder, file);
        try {
            writeAndForce(temporary, content);
            Files.createLink(file, temporary);
            force(folder);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /**
     * Puts the file in the place of the one of that name, if there is one; readers see the one or the other.
     *
     * @throws IOException if the content cannot be written; the file is as it was then
     */
    public static void replace(Path file, byte[] content) throws IOException {
        Path folder = folder(file);
        Path temporary = temporary(folder, file);
        try {
            writeAndForce(temporary, content);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            force(folder);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static Path folder(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException(file + " has no folder");
        }
        return Files.createDirectories(folder);
    }

    private static Path temporary(Path folder, Path file) {
        return folder.resolve("." + file.getFileName() + "." + UUID.randomUUID() + ".tmp");
    }

    private static void writeAndForce(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    /** Forces the names in a folder to the disk. */
    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
