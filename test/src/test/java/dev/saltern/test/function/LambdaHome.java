/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import dev.saltern.test.kit.Aws;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Assumptions;
import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

/**
 * The functions' jar, unpacked as Lambda does it.
 *
 * @param task where its classes are
 */
record LambdaHome(Path task) {
    private static final Path JAR = Path.of("..", "submit", "target", "saltern-lambda.jar")
            .toAbsolutePath()
            .normalize();

    /** What Lambda gives to a JVM of a function of 1,024 MB, and what its runtime needs to write variables. */
    private static final List<String> OPTIONS = List.of(
            "-Xmx874m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--add-opens=java.base/java.util=ALL-UNNAMED");

    /** Returns the jar; without it the tests are not run, for {@code mvn test} makes none. */
    static Path jar() {
        Assumptions.assumeTrue(Files.exists(JAR), "Skipped: there is no jar at " + JAR + "; mvn package makes it");
        String system = System.getProperty("os.name");
        Assumptions.assumeTrue(system.equals("Linux"), "Skipped: Lambda's runtime is of Linux, and this is " + system);
        return JAR;
    }

    static LambdaHome of(Path folder) throws IOException {
        Path task = folder.resolve("task");
        try (ZipFile zip = new ZipFile(jar().toFile());
                Stream<? extends ZipEntry> entries = zip.stream()) {
            entries.filter(entry -> !entry.isDirectory()).forEach(entry -> unpack(zip, entry, task));
        }
        return new LambdaHome(task);
    }

    FunctionRuntime start(String handler, URI endpoint, Map<String, String> variables)
            throws IOException, InterruptedException {
        Map<String, String> environment = new LinkedHashMap<>(variables);
        environment.put("AWS_REGION", Aws.REGION);
        environment.put("AWS_ACCESS_KEY_ID", Aws.ACCESS_KEY);
        environment.put("AWS_SECRET_ACCESS_KEY", Aws.ACCESS_KEY);
        environment.put("AWS_LAMBDA_FUNCTION_NAME", "saltern");
        environment.put("LANG", "en_US.UTF-8");
        List<Path> runtime = Stream.of(
                        AWSLambda.class, Context.class, PojoSerializer.class, SdkInternalThreadLocal.class)
                .map(LambdaHome::jarOf)
                .toList();
        List<String> options = Stream.concat(OPTIONS.stream(), Stream.of("-Daws.endpointUrl=" + endpoint))
                .toList();
        return new FunctionRuntime(task, runtime, handler, options, environment);
    }

    private static void unpack(ZipFile zip, ZipEntry entry, Path task) {
        Path file = task.resolve(entry.getName());
        try (InputStream in = zip.getInputStream(entry)) {
            Files.createDirectories(file.resolveSibling(""));
            Files.copy(in, file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot unpack " + entry.getName(), e);
        }
    }

    private static Path jarOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("Cannot find the jar of " + type, e);
        }
    }
}
