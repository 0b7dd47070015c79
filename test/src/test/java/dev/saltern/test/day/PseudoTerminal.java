/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.day;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The launcher script as a person starts it, with the classes of this test, on a terminal of its own. */
final class PseudoTerminal {
    private static final long LIMIT_SECONDS = 180;
    /** Copies all that the program writes to its terminal; 100 columns wide. */
    private static final String SPAWN = """
            import fcntl, os, pty, struct, sys, termios
            pid, master = pty.fork()
            if pid == 0:
                fcntl.ioctl(2, termios.TIOCSWINSZ, struct.pack('HHHH', 40, 100, 0, 0))
                os.execvp(sys.argv[1], sys.argv[1:])
            while True:
                try:
                    data = os.read(master, 65536)
                except OSError:
                    break
                if not data:
                    break
                os.write(1, data)
            sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
            """;

    private final Path home;
    private final Path folder;

    /** Prepares a home for the script, as a build leaves it. */
    PseudoTerminal(Path home, Path folder) throws IOException {
        this.home = home;
        this.folder = folder;
        String options = ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-opens"))
                .collect(Collectors.joining("\n"));
        write("pom.xml", "<project/>");
        write("jobs/target/java.options", options);
        write("jobs/target/saltern-jobs-1.jar", "");
        write("submit/target/saltern-submit-1.jar", "");
        for (String module : List.of("jobs", "submit")) {
            write(module + "/pom.xml", "<project/>");
            Files.createDirectories(home.resolve(module).resolve("src/main"));
        }
        // The script builds anew where an entry is gone; a module without classes has none.
        write(
                "submit/target/saltern.classpath",
                Stream.of(System.getProperty("java.class.path").split(":", -1))
                        .filter(entry -> !entry.isEmpty() && Files.exists(Path.of(entry)))
                        .collect(Collectors.joining(":")));
        write("jobs/target/saltern.classpath", home.resolve("pom.xml").toString());
        Files.copy(Path.of("..", "saltern"), home.resolve("saltern"), StandardCopyOption.COPY_ATTRIBUTES);
    }

    /** What the terminal got, and the exit code. */
    record Shown(int exitCode, String text) {}

    /** Runs a command on the terminal. */
    Shown run(Map<String, String> environment, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("python3", "-c", SPAWN, home.resolve("saltern").toString()));
        command.addAll(List.of(words));
        Path shown = home.resolve("shown");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(shown.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("SALTERN_JAVA_OPTS", "-Xmx1g -XX:TieredStopAtLevel=1");
        builder.environment().put("TERM", "xterm-256color");
        builder.environment().remove("NO_COLOR");
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("Cannot wait longer for " + command + ": " + Files.readString(shown));
        }
        return new Shown(process.exitValue(), new String(Files.readAllBytes(shown), StandardCharsets.UTF_8));
    }

    private void write(String name, String text) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
