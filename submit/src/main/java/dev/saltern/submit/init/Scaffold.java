/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.init;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files of a new pipeline, written together and never over another file. */
public final class Scaffold {
    private final Path folder;
    private final Map<String, String> own = new LinkedHashMap<>();
    private final Map<String, String> shared = new LinkedHashMap<>();
    private final Map<String, Path> copies = new LinkedHashMap<>();

    /** Starts without a file. */
    public Scaffold(Path folder) {
        this.folder = folder;
    }

    /** Adds a file of the pipeline alone. */
    public Scaffold own(String file, String text) {
        own.put(file, text);
        return this;
    }

    /** Adds a file of all pipelines: one that exists stays as it is. */
    public Scaffold shared(String file, String text) {
        shared.put(file, text);
        return this;
    }

    /** Adds a copy of a file, of the pipeline alone. */
    public Scaffold copy(String file, Path from) {
        copies.put(file, from);
        return this;
    }

    /** Returns the pipeline's own files that exist already, relative to the folder. */
    public List<Path> standing() {
        List<String> files = new ArrayList<>(own.keySet());
        files.addAll(copies.keySet());
        return files.stream()
                .map(Path::of)
                .filter(file -> Files.exists(folder.resolve(file)))
                .toList();
    }

    /**
     * Writes the files.
     *
     * @return what was written, relative to the folder
     * @throws IOException if a file cannot be written
     */
    public List<Path> create() throws IOException {
        List<Path> created = new ArrayList<>();
        for (Map.Entry<String, String> file : own.entrySet()) {
            Files.writeString(place(file.getKey()), file.getValue(), StandardOpenOption.CREATE_NEW);
            created.add(Path.of(file.getKey()));
        }
        for (Map.Entry<String, String> file : shared.entrySet()) {
            if (!Files.exists(folder.resolve(file.getKey()))) {
                Files.writeString(place(file.getKey()), file.getValue(), StandardOpenOption.CREATE_NEW);
                created.add(Path.of(file.getKey()));
            }
        }
        for (Map.Entry<String, Path> file : copies.entrySet()) {
            Files.copy(file.getValue(), place(file.getKey()));
            created.add(Path.of(file.getKey()));
        }
        return created;
    }

    private Path place(String file) throws IOException {
        Path place = folder.resolve(file);
        Path parent = place.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        return place;
    }
}
