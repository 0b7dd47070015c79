/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.code;

import dev.saltern.conf.Text;
import dev.saltern.conf.load.LoadedPipeline;
import dev.saltern.submit.aws.Content;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A conf folder with one pipeline, its environment and the files that it names, as a zip. Equal files give equal bytes: entries are sorted
 * and carry no time.
 *
 * @param files what goes in, by the path in the folder
 */
public record PipelineArchive(Map<String, Path> files) {
    private static final String PIPELINES = "pipelines/";

    public PipelineArchive {
        files = java.util.Collections.unmodifiableMap(new TreeMap<>(files));
    }

    /** Returns the archive of a pipeline and the environment that it runs in. */
    public static PipelineArchive of(LoadedPipeline pipeline, Path environment, String environmentName) {
        Map<String, Path> files = new TreeMap<>();
        Path file = pipeline.file().toAbsolutePath().normalize();
        files.put(PIPELINES + pipeline.pipeline().name() + ".yaml", file);
        files.put("environments/" + environmentName + ".yaml", environment);
        addNamed(pipeline.pipeline(), file, files);
        return new PipelineArchive(files);
    }

    /** Returns the zip. */
    public Content zip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, Path> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setLastModifiedTime(FileTime.from(Instant.EPOCH));
                zip.putNextEntry(entry);
                zip.write(Files.readAllBytes(file.getValue()));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read a file of the pipeline", e);
        }
        return Content.of(bytes.toByteArray());
    }

    /** Adds every file that a text of the pipeline was read from: it stands in the pipeline's folder or in that folder's parent. */
    private static void addNamed(@Nullable Object value, Path pipeline, Map<String, Path> files) {
        if (value instanceof Text text) {
            Path file = Path.of(text.file()).toAbsolutePath().normalize();
            if (!file.equals(pipeline)) {
                files.put(place(file, pipeline), file);
            }
        } else if (value instanceof Record record) {
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                addNamed(read(component, record), pipeline, files);
            }
        } else if (value instanceof Iterable<?> items) {
            items.forEach(item -> addNamed(item, pipeline, files));
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(item -> addNamed(item, pipeline, files));
        }
    }

    private static @Nullable Object read(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot read " + component, e);
        }
    }

    private static String place(Path file, Path pipeline) {
        Path folder = pipeline.resolveSibling("");
        Path parent = folder.resolve("..").normalize();
        boolean beside = file.startsWith(folder);
        String relative = (beside ? folder : parent).relativize(file).toString().replace('\\', '/');
        return beside ? PIPELINES + relative : relative;
    }
}
