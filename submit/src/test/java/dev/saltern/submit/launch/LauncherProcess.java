/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.launch;

import dev.saltern.submit.Main;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The command line in a process of its own, as a shell or a scheduler starts it. */
final class LauncherProcess implements AutoCloseable {
    private static final long LIMIT_SECONDS = 90;
    private static final long POLL_MILLIS = 15;

    /** A shell that starts this very build in the background makes it deaf to Ctrl-C, and all that it starts. */
    private static final String HEARS_INTERRUPTS =
            "import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL); os.execv(sys.argv[1], sys.argv[1:])";

    private final Process process;
    private final Path out;
    private final Path err;

    private LauncherProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /**
     * Starts a command.
     *
     * @param folder where it works, and where its output goes
     * @param emr in place of AWS
     */
    static LauncherProcess start(Path folder, Path home, URI emr, List<String> words) throws IOException {
        List<String> command = new ArrayList<>(List.of("python3", "-c", HEARS_INTERRUPTS));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
        command.addAll(List.of("-Daws.endpointUrl=" + emr, "-Daws.accessKeyId=test", "-Daws.secretAccessKey=test"));
        command.addAll(List.of("-Dsaltern.home=" + home, "-cp", System.getProperty("java.class.path")));
        command.add(Main.class.getName());
        command.addAll(words);
        Path out = Files.createTempFile(folder, "out", ".log");
        Path err = Files.createTempFile(folder, "err", ".log");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        return new LauncherProcess(process, out, err);
    }

    /** Waits until it has told that on standard error. */
    void awaitTold(String text) {
        awaitTrue(() -> told().contains(text), text);
    }

    /** Waits until something is so. */
    void awaitTrue(BooleanSupplier condition, String what) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end || !process.isAlive()) {
                throw new AssertionError("Cannot wait any longer for \"" + what + "\": the launcher told\n" + told());
            }
            pause();
        }
    }

    /** Sends it a signal by its name, such as INT. */
    void signal(String name) {
        try {
            int code = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new AssertionError("Cannot send SIG" + name + ": the launcher has ended and told\n" + told());
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits for its end and returns its exit code. */
    int await() {
        try {
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("Cannot wait any longer for its end: the launcher told\n" + told());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Returns what it printed on standard output. */
    String printed() {
        return text(out);
    }

    /** Returns what it told on standard error. */
    String told() {
        return text(err);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
