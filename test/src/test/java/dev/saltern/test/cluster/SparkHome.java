/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.cluster;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Assumptions;

/**
 * A Spark as one is installed: a folder with the jars that the build takes for provided, and none that the job jar brings itself.
 *
 * @param folder where it is
 */
record SparkHome(Path folder) {
    /** What executors of a test take, each in a zone and a language that no other part of it has. */
    static final Map<String, String> SMALL_EXECUTORS = Map.of(
            "spark.ui.enabled", "false",
            "spark.executor.memory", "640m",
            "spark.executor.cores", "1",
            "spark.executor.extraJavaOptions",
                    "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Duser.timezone=Asia/Tokyo -Duser.language=tr");

    private static final Path BUILT =
            Path.of("..", "jobs", "target").toAbsolutePath().normalize();

    /** Returns the job jar; without it the test is not run, for {@code mvn test} makes none. */
    static Path jobJar() {
        Path jar = BUILT.resolve("saltern-job.jar");
        Assumptions.assumeTrue(
                Files.exists(jar) && Files.exists(BUILT.resolve("saltern.classpath")),
                "Skipped: there is no job jar at " + jar + "; mvn package makes it");
        return jar;
    }

    /** Makes one of links to the jars of the Maven repository. */
    static SparkHome make(Path folder) throws IOException {
        Path jars = Files.createDirectories(folder.resolve("jars"));
        Set<String> own = classes(jobJar());
        List<String> entries = List.of(
                Files.readString(BUILT.resolve("saltern.classpath")).strip().split(File.pathSeparator, -1));
        for (Path jar : entries.stream().map(Path::of).toList()) {
            boolean provided = classes(jar).stream().noneMatch(own::contains);
            if (provided) {
                Files.createSymbolicLink(jars.resolve(jar.getFileName()), jar);
            }
        }
        return new SparkHome(folder);
    }

    /** Returns the jars. */
    Path jars() {
        return folder.resolve("jars");
    }

    /** Adds all jars of a folder. */
    SparkHome with(Path more) throws IOException {
        try (Stream<Path> added = Files.list(more)) {
            for (Path jar : added.toList()) {
                Files.createSymbolicLink(jars().resolve(jar.getFileName()), jar);
            }
        }
        return this;
    }

    /** Returns the words that start one of Spark's own programs. */
    List<String> command(List<String> java, String main) {
        List<String> command = new ArrayList<>(java);
        command.addAll(List.of("-cp", jars() + File.separator + "*", main));
        return command;
    }

    private static Set<String> classes(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.endsWith(".class")
                            && !name.startsWith("META-INF/")
                            && !name.equals("module-info.class"))
                    .collect(Collectors.toSet());
        }
    }
}
