/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * A virtual environment of Python that holds the emulator and nothing else.
 *
 * <p>It lies in the user's cache folder under a name that is a hash of the Python and the pinned requirements, so that every module, build
 * and JVM shares it; a lock lets one of them make it while the others wait.
 *
 * @param interpreter its Python
 */
record PythonEnvironment(Path interpreter) {
    private static final String REQUIREMENTS = "emulator-requirements.txt";
    private static final String INSTALL =
            "Install Python 3.9 or newer with venv (on Debian: apt-get install python3 python3-venv)";

    /** Says what the environment depends on; fails in a Python that is too old. */
    private static final String IDENTIFY = "import sys; assert sys.version_info >= (3, 9), 'it is Python '"
            + " + sys.version.split()[0]; print(sys.version, sys.base_prefix)";

    /** Returns the environment, which is made if it does not exist. */
    static PythonEnvironment require() {
        return require(cache(), "python3");
    }

    /** Returns the environment of that Python below that folder. */
    static PythonEnvironment require(Path cache, String python) {
        String identity = run("start " + python, List.of(python, "-c", IDENTIFY));
        Path folder = cache.resolve("emulator-" + hash(identity + Resources.text(REQUIREMENTS)));
        Path complete = folder.resolve("complete");
        try {
            if (!Files.exists(complete)) {
                Files.createDirectories(cache);
                Path lock = cache.resolve(folder.getFileName() + ".lock");
                try (FileChannel channel =
                        FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                    channel.lock();
                    if (!Files.exists(complete)) {
                        make(folder, python);
                        Files.createFile(complete);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make the Python environment " + folder, e);
        }
        return new PythonEnvironment(folder.resolve("bin").resolve("python"));
    }

    private static void make(Path folder, String python) throws IOException {
        // What a killed maker left is no environment.
        delete(folder);
        run("make a virtual environment", List.of(python, "-m", "venv", folder.toString()));
        Path requirements = folder.resolve(REQUIREMENTS);
        Files.writeString(requirements, Resources.text(REQUIREMENTS));
        String pip = folder.resolve("bin").resolve("pip").toString();
        run(
                "install moto",
                List.of(pip, "install", "--quiet", "--no-input", "--no-deps", "-r", requirements.toString()));
    }

    private static String run(String purpose, List<String> command) {
        Shell.Answer answer = Shell.run(command)
                .orElseThrow(() -> new IllegalStateException("Cannot " + purpose + " for the AWS emulator: "
                        + command.get(0) + " is not on the PATH. " + INSTALL));
        if (answer.exit() != 0) {
            throw new IllegalStateException("Cannot " + purpose + " for the AWS emulator: "
                    + answer.output().strip() + ". " + INSTALL);
        }
        return answer.output();
    }

    private static Path cache() {
        String home = System.getenv("XDG_CACHE_HOME");
        Path root = home == null || home.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(home);
        return root.resolve("saltern");
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Cannot hash: every Java platform has SHA-256", e);
        }
    }
}
