/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saltern.conf.Environment;
import dev.saltern.conf.Scope;
import dev.saltern.conf.load.EnvironmentLoader;
import dev.saltern.conf.load.LoadedPipeline;
import dev.saltern.conf.load.PipelineLoader;
import dev.saltern.submit.aws.Address;
import dev.saltern.submit.aws.Content;
import dev.saltern.submit.aws.FolderStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeTest {
    private static final Path CONF = Path.of("../conf");

    @TempDir
    private Path folder;

    private static LoadedPipeline load(Path conf, Map<String, String> settings) {
        Environment environment = EnvironmentLoader.load(conf.resolve("environments/local.yaml"), settings);
        return PipelineLoader.load(conf.resolve("pipelines/sensor-daily.yaml"), environment, settings);
    }

    private static PipelineArchive archive(Path conf) {
        return PipelineArchive.of(load(conf, Map.of()), conf.resolve("environments/local.yaml"), "local");
    }

    @Test
    void theArchiveHoldsWhatThePipelineNames() {
        assertThat(archive(CONF).files().keySet())
                .containsExactly(
                        "environments/local.yaml",
                        "pipelines/sensor-daily.yaml",
                        "rules/reading.dqdl",
                        "schemas/note.ddl",
                        "schemas/reading.ddl",
                        "schemas/sensor.ddl");
    }

    @Test
    void anUnpackedArchiveIsAConfFolder() throws IOException {
        try (ZipInputStream zip = new ZipInputStream(archive(CONF).zip().open())) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = folder.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.write(file, zip.readAllBytes());
            }
        }
        assertThat(load(folder, Map.of()).fingerprint())
                .isEqualTo(load(CONF, Map.of()).fingerprint());
    }

    @Test
    void equalFilesGiveEqualBytesAndAreUploadedOnce() throws IOException {
        Path copy = folder.resolve("copy");
        copy(CONF, copy);
        assertThat(archive(copy).zip().sha256Hex())
                .isEqualTo(archive(CONF).zip().sha256Hex());
        Files.writeString(copy.resolve("rules/reading.dqdl"), "IsComplete \"sensor_id\"");
        assertThat(archive(copy).zip().sha256Hex())
                .isNotEqualTo(archive(CONF).zip().sha256Hex());

        Path jar = Files.writeString(folder.resolve("saltern-job.jar"), "jar");
        Upload upload = Upload.plan(
                Address.parse(folder.resolve("code").toString()),
                jar,
                archive(CONF).zip(),
                "sensor-daily",
                List.of());
        assertThat(upload.send(new FolderStore())).isEqualTo(2);
        assertThat(upload.send(new FolderStore())).isZero();
        assertThat(upload.files().get(0).address().key())
                .contains(Content.of("jar").sha256Hex());
        assertThat(upload.key(List.of("a"))).isNotEqualTo(upload.key(List.of("b")));
    }

    @Test
    void aMissingJarIsTold() {
        assertThatThrownBy(() -> Upload.plan(
                        Address.parse("s3://b/code"), folder.resolve("no.jar"), Content.of(""), "p", List.of()))
                .hasMessageContaining("Cannot read jar")
                .hasMessageContaining("Build it with mvn package");
    }

    @Test
    void theInputIsWhatTheDaysHold() throws IOException {
        write("raw/readings/dt=2026-01-30/a.json", 5);
        write("raw/readings/dt=2026-01-31/a.json", 70);
        write("raw/readings/dt=2026-02-01/a.json", 900);
        write("raw/sensors/s.csv", 11);
        Map<String, String> raw = Map.of("raw", folder.resolve("raw").toString());
        Scope two = new Scope(LocalDate.parse("2026-01-30"), LocalDate.parse("2026-01-31"));
        assertThat(InputSize.bytes(new FolderStore(), load(CONF, raw).pipeline(), two))
                .isEqualTo(5 + 70 + 11);
    }

    private void write(String name, int bytes) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, new byte[bytes]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        for (String part : List.of("pipelines", "schemas", "rules", "environments")) {
            Files.walkFileTree(from.resolve(part), new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, java.nio.file.attribute.BasicFileAttributes attributes)
                        throws IOException {
                    Path target = to.resolve(from.relativize(file).toString());
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target);
                    return FileVisitResult.CONTINUE;
                }
            });
        }
    }
}
