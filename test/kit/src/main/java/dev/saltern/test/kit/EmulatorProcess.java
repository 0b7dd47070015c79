/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.kit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/** The process of one emulator. It ends when it is closed, and by itself when this JVM dies, for it reads a pipe from it. */
final class EmulatorProcess implements CloseableResource {
    private final Process process;
    private final Aws aws;

    private EmulatorProcess(Process process, Aws aws) {
        this.process = process;
        this.aws = aws;
    }

    /** Starts an emulator on a free port and waits until it answers. */
    static EmulatorProcess start(PythonEnvironment python) {
        try {
            Path log = Files.createTempFile("saltern-aws-emulator", ".log");
            log.toFile().deleteOnExit();
            Process process = new ProcessBuilder(python.interpreter().toString(), "-c", Resources.text("emulator.py"))
                    .redirectError(log.toFile())
                    .start();
            BufferedReader output =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            String port = output.readLine();
            if (port == null) {
                process.destroyForcibly();
                throw new IllegalStateException(
                        "Cannot start the AWS emulator: it ended at once and said: " + Files.readString(log));
            }
            return new EmulatorProcess(process, new Aws(URI.create("http://127.0.0.1:" + port)));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start the AWS emulator", e);
        }
    }

    Aws aws() {
        return aws;
    }

    /** Returns the process, to see whether it lives. */
    ProcessHandle handle() {
        return process.toHandle();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(5, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
