/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.plan;

import dev.saltern.conf.JavaStep;
import dev.saltern.conf.Pipeline;
import dev.saltern.conf.Step;
import dev.saltern.quality.RuleBook;
import dev.saltern.transforms.TableTransform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the code of a run is: a hash of the jars that it comes from, so that a changed program never passes for an unchanged day. */
public final class CodeVersion {
    private CodeVersion() {}

    /** Returns the SHA-256, as hex, of Saltern's own jars and those of the pipeline's Java steps. */
    public static String current(Pipeline pipeline) {
        Set<Path> places = new TreeSet<>();
        for (Class<?> type : List.of(Pipeline.class, TableTransform.class, RuleBook.class, CodeVersion.class)) {
            add(type, places);
        }
        for (Step step : pipeline.steps()) {
            if (step instanceof JavaStep java) {
                try {
                    add(
                            Class.forName(
                                    java.className(),
                                    false,
                                    Thread.currentThread().getContextClassLoader()),
                            places);
                } catch (ClassNotFoundException e) {
                    throw new IllegalArgumentException("Cannot find class " + java.className(), e);
                }
            }
        }
        return hash(places);
    }

    private static void add(Class<?> type, Set<Path> places) {
        try {
            places.add(Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI()));
        } catch (URISyntaxException e) {
            throw new IllegalStateException("Cannot find the jar of " + type.getName(), e);
        }
    }

    private static String hash(Set<Path> places) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path place : places) {
                try (Stream<Path> files = Files.walk(place)) {
                    for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                        digest.update(Files.readAllBytes(file));
                    }
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the program's own jars", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Cannot hash: every Java has SHA-256", e);
        }
    }
}
