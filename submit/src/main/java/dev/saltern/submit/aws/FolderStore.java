/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.aws;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Objects as files of this machine: for a lake that is a folder. */
public final class FolderStore implements ObjectStore {
    @Override
    public boolean putIfAbsent(Address address, Content content) {
        Path file = Path.of(address.key());
        try (InputStream in = content.open()) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.copy(in, file);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + address, e);
        }
    }

    @Override
    public boolean putIfUnchanged(Address address, Content content, String tag) {
        Optional<Tagged> current = find(address);
        if (current.isEmpty() || !current.get().tag().equals(tag)) {
            return false;
        }
        try (InputStream in = content.open()) {
            Files.copy(in, Path.of(address.key()), StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + address, e);
        }
    }

    @Override
    public void delete(Address address) {
        try {
            Files.deleteIfExists(Path.of(address.key()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + address, e);
        }
    }

    @Override
    public Optional<Tagged> find(Address address) {
        Path file = Path.of(address.key());
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            String text = Unpacked.text(address, Files.readAllBytes(file));
            return Optional.of(new Tagged(text, Content.of(text).sha256Hex()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + address, e);
        }
    }

    @Override
    public List<Stored> list(Address prefix) {
        Path start = Path.of(prefix.key());
        Path folder = Files.isDirectory(start) ? start : start.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> folder.equals(start) || file.toString().startsWith(prefix.key()))
                    .sorted()
                    .map(FolderStore::stored)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + prefix, e);
        }
    }

    private static Stored stored(Path file) {
        try {
            return new Stored(
                    new Address("", file.toString()),
                    Files.size(file),
                    Files.getLastModifiedTime(file).toInstant());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
