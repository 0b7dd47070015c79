/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.code;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.submit.aws.Address;
import dev.saltern.submit.aws.Content;
import dev.saltern.submit.aws.ObjectStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What is uploaded before a launch, each under the hash of its content.
 *
 * @param files the job jar first, then the pipeline's archive, then the jars of java steps
 */
public record Upload(List<File> files) {
    /** One file and where it goes. */
    public record File(Content content, Address address) {}

    public Upload {
        files = List.copyOf(files);
    }

    /**
     * Plans the upload; reads the files, writes nothing.
     *
     * @throws SalternException if a jar cannot be read
     */
    public static Upload plan(Address code, Path jobJar, Content archive, String pipeline, List<Path> jars) {
        List<File> files = new ArrayList<>();
        files.add(jar(code, jobJar));
        files.add(new File(
                archive, code.child("pipelines").child(archive.sha256Hex()).child(pipeline + ".zip")));
        jars.forEach(jar -> files.add(jar(code, jar)));
        return new Upload(files);
    }

    /** Uploads what is not there yet; returns how many files that were. */
    public int send(ObjectStore objects) {
        int sent = 0;
        for (File file : files) {
            sent += objects.putIfAbsent(file.address(), file.content()) ? 1 : 0;
        }
        return sent;
    }

    /** Returns the SHA-256 of all of it together with the words, as hex. */
    public String key(List<String> words) {
        StringBuilder all = new StringBuilder();
        files.forEach(file -> all.append(file.content().sha256Hex()).append('\n'));
        words.forEach(word -> all.append(word).append('\n'));
        return Content.of(all.toString()).sha256Hex();
    }

    private static File jar(Address code, Path jar) {
        try {
            Content content = Content.of(jar);
            return new File(
                    content, code.child("jars").child(content.sha256Hex()).child(String.valueOf(jar.getFileName())));
        } catch (IOException e) {
            throw new SalternException(
                    ExitCode.INVALID_CONFIGURATION,
                    "Cannot read jar " + jar + ": " + e.getMessage() + ". Build it with mvn package",
                    e);
        }
    }
}
