/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.lambda;

import dev.saltern.conf.Environment;
import dev.saltern.conf.Pipeline;
import dev.saltern.conf.load.ConfigurationFolder;
import dev.saltern.conf.load.EnvironmentLoader;
import dev.saltern.conf.load.PipelineLoader;
import dev.saltern.submit.arrival.Arrivals;
import dev.saltern.submit.arrival.DayStarts;
import dev.saltern.submit.arrival.FileEvent;
import dev.saltern.submit.arrival.RawFiles;
import dev.saltern.submit.aws.Address;
import dev.saltern.submit.aws.Aws;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sfn.SfnClient;

/** Looks at raw files as they come. */
public final class ArrivalMain {
    private final Variables variables;
    private final PrintStream out;
    private @Nullable Arrivals arrivals;
    private @Nullable Aws aws;

    /** Takes what the stack says. */
    public ArrivalMain() {
        this(System.getenv(), System.out);
    }

    ArrivalMain(Map<String, String> variables, PrintStream out) {
        this.variables = new Variables(variables);
        this.out = out;
    }

    /** Returns what was done with each file of an event. */
    public Map<String, Object> handle(Map<String, Object> event) {
        List<Map<String, Object>> done = new ArrayList<>();
        for (FileEvent file : FileEvent.of(event)) {
            Map<String, Object> told = arrivals().handle(file);
            out.println(told);
            if ("refused".equals(told.get("outcome"))) {
                tell(told);
            }
            done.add(told);
        }
        return Map.of("files", done);
    }

    private void tell(Map<String, Object> told) {
        String pipeline = variables.require("SALTERN_PIPELINE");
        String message = told.get("file") + " was refused: " + told.get("reason")
                + ".\n\nAsk who sent it. A mended file under the same name is looked at anew; if it was right, move it back and"
                + " run the day:\n  saltern launch " + pipeline + " --date DAY --env "
                + variables.require("SALTERN_ENVIRONMENT");
        new People(services(), variables).tell("Saltern: a file of " + pipeline + " was refused", message);
    }

    private Aws services() {
        if (aws == null) {
            aws = variables.aws(Clock.systemUTC());
        }
        return aws;
    }

    /** The pipeline's files are read once in the life of the function: a new deployment has another. */
    private Arrivals arrivals() {
        if (arrivals == null) {
            Aws services = services();
            S3Client objects = services.configured(S3Client.builder())
                    .forcePathStyle(services.hasPathStyle())
                    .build();
            arrivals = new Arrivals(
                    pipeline(objects),
                    new RawFiles(objects),
                    new DayStarts(
                            services.configured(SfnClient.builder()).build(),
                            variables.require("SALTERN_MACHINE"),
                            Duration.ofSeconds(Long.parseLong(variables.require("SALTERN_GATHER_SECONDS")))));
        }
        return arrivals;
    }

    private Pipeline pipeline(S3Client objects) {
        Address code = Address.parse(variables.require("SALTERN_CODE"));
        try {
            Path folder = Files.createTempDirectory("saltern-conf");
            byte[] zip = objects.getObject(
                            get -> get.bucket(code.bucket()).key(code.key()), ResponseTransformer.toBytes())
                    .asByteArray();
            unpack(zip, folder);
            ConfigurationFolder files = new ConfigurationFolder(folder);
            Environment environment =
                    EnvironmentLoader.load(files.environment(variables.require("SALTERN_ENVIRONMENT")), Map.of());
            return PipelineLoader.load(files.pipeline(variables.require("SALTERN_PIPELINE")), environment, Map.of())
                    .pipeline();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the pipeline " + code, e);
        }
    }

    private static void unpack(byte[] zip, Path folder) throws IOException {
        try (ZipInputStream in = new ZipInputStream(new java.io.ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path file = folder.resolve(entry.getName()).normalize();
                if (!file.startsWith(folder)) {
                    throw new IOException("The archive names " + entry.getName());
                }
                Files.createDirectories(file.resolveSibling(""));
                Files.copy(in, file);
            }
        }
    }
}
