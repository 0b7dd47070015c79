/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the script in a home of its own, with a Java and a Maven that only tell how they were called; as the real Maven, it leaves equal lists alone. */
class LauncherScriptTest {
    private static final Path SCRIPT = Path.of("../saltern");

    @TempDir
    private Path folder;

    private Path home;
    private Path jdk;

    @BeforeEach
    void createHome() throws IOException {
        home = folder.resolve("a home");
        jdk = folder.resolve("a jdk");
        write(home.resolve("pom.xml"), "<project/>");
        write(home.resolve("conf/src/main/java/A.java"), "class A {}");
        Files.copy(SCRIPT, home.resolve("saltern"), StandardCopyOption.COPY_ATTRIBUTES);
        write(jdk.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"17.0.1\"\n");
        program(jdk.resolve("bin/java"), "for a in \"$@\"; do printf '[%s]\\n' \"$a\"; done");
        program(folder.resolve("bin/mvn"), """
                echo "built with $*" >>builds
                mkdir -p jobs/target submit/target
                list() { printf '%s' "$2" | cmp -s - "$1" || printf '%s' "$2" >"$1"; }
                list jobs/target/saltern.classpath "$PWD/pom.xml:$PWD/saltern"
                list submit/target/saltern.classpath "$PWD/pom.xml"
                list jobs/target/java.options '--add-opens=a/b=ALL-UNNAMED'
                : >jobs/target/saltern-jobs-1.jar
                : >jobs/target/saltern-jobs-1-sources.jar
                : >submit/target/original-saltern-submit-1.jar
                : >submit/target/saltern-submit-1.jar
                """);
    }

    private record Result(int exitCode, String out, String err) {}

    private Result run(Path script, Map<String, String> environment, String... args)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(args));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().remove("SALTERN_JAVA_OPTS");
        builder.environment().put("JAVA_HOME", jdk.toString());
        builder.environment().put("PATH", folder.resolve("bin") + ":/usr/bin:/bin");
        builder.environment().putAll(environment);
        int exitCode = builder.start().waitFor();
        return new Result(exitCode, Files.readString(out), Files.readString(err));
    }

    @Test
    void scriptIsPosix() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sh", "-n", SCRIPT.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEmpty();
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void argumentsAndFoldersWithBlanksArriveWhole() throws IOException, InterruptedException {
        Result result = run(home.resolve("saltern"), Map.of(), "query", "SELECT  *", "", "$x");

        Path real = home.toRealPath();
        assertThat(result.exitCode()).isZero();
        assertThat(result.err())
                .isEqualTo("Building Saltern once, about a minute; the log is " + real + "/target/build.log\n");
        assertThat(result.out())
                .startsWith("[-Xmx3g]\n")
                .contains("[-Dsaltern.home=" + real + "]\n[-Dsaltern.command=" + home.resolve("saltern") + "]\n")
                .contains("[@" + real + "/jobs/target/java.options]\n")
                .contains("[-cp]\n[" + real + "/submit/target/saltern-submit-1.jar:" + real + "/pom.xml:" + real
                        + "/jobs/target/saltern-jobs-1.jar:" + real + "/pom.xml:" + real + "/saltern]\n")
                .endsWith("[dev.saltern.submit.Main]\n[query]\n[SELECT  *]\n[]\n[$x]\n");
    }

    @Test
    void javaIsToldWhatIsNoTerminal() throws IOException, InterruptedException {
        assertThat(run(home.resolve("saltern"), Map.of(), "run").out())
                .contains("[-Dsaltern.terminal=false]\n[-Dsaltern.terminal.out=false]\n[-Dsaltern.columns=]\n");
    }

    @Test
    void aPipelineIsDraftedWithTheJobAtHand() throws IOException, InterruptedException {
        assertThat(run(home.resolve("saltern"), Map.of(), "init", "x").out()).doesNotContain("/jobs/target/");
        assertThat(run(home.resolve("saltern"), Map.of(), "init", "x", "--from", "y")
                        .out())
                .contains("/jobs/target/saltern-jobs-1.jar");
    }

    @Test
    void classesOfJavaStepsStandBehindItsOwn() throws IOException, InterruptedException {
        Result result = run(home.resolve("saltern"), Map.of("SALTERN_CLASSPATH", "a b.jar:/classes"), "plan");

        assertThat(result.out()).contains("/saltern:a b.jar:/classes]\n");
    }

    @Test
    void buildIsRepeatedOnlyWhenASourceIsNewer() throws IOException, InterruptedException {
        Path link = Files.createSymbolicLink(folder.resolve("bin/salt link"), Path.of("../a home/saltern"));
        run(link, Map.of());
        Result second = run(link, Map.of("SALTERN_JAVA_OPTS", "-Xmx1g -Da=b"));
        assertThat(home.resolve("builds")).hasContent("built with -B -q -DskipTests package");
        assertThat(second.err()).isEmpty();
        assertThat(second.out()).startsWith("[-Xmx1g]\n[-Da=b]\n");

        touch(home.resolve("conf/src/main/java/A.java"));
        run(link, Map.of());
        run(link, Map.of());
        assertThat(Files.readAllLines(home.resolve("builds"))).hasSize(2);

        Files.writeString(home.resolve("submit/target/saltern.classpath"), "/no/such.jar");
        run(link, Map.of());
        assertThat(Files.readAllLines(home.resolve("builds"))).hasSize(3);
    }

    @Test
    void archivesOfClassesAreMadeOnceAndWhole() throws IOException, InterruptedException {
        program(jdk.resolve("bin/java"), """
                for a in "$@"; do
                    case $a in -XX:ArchiveClassesAtExit=*) : >"${a#*=}"; echo "$*" >>"%s" ;; esac
                    printf '[%%s]\n' "$a"
                done
                """.formatted(folder.resolve("made")));
        Result first = run(home.resolve("saltern"), Map.of(), "--help");
        Result second = run(home.resolve("saltern"), Map.of(), "launch", "x", "--dry-run");

        assertThat(Files.readAllLines(folder.resolve("made")))
                .hasSize(2)
                .anyMatch(words -> words.contains("submit.Main plan sensor-daily"))
                .anyMatch(words -> words.contains("submit.Rehearsal --conf"));
        Path archive = home.toRealPath().resolve("submit/target/saltern.jsa");
        assertThat(archive).exists();
        assertThat(home.resolve("jobs/target/saltern.jsa")).exists();
        assertThat(List.of(first.out(), second.out()))
                .allSatisfy(out -> assertThat(out).contains("[-XX:SharedArchiveFile=" + archive + "]"));
    }

    @Test
    void commandsThatAreOverInSecondsAreCompiledQuickly() throws IOException, InterruptedException {
        assertThat(run(home.resolve("saltern"), Map.of(), "validate").out())
                .contains("[-XX:TieredStopAtLevel=1]", "/jobs/target/saltern.jsa]");
        assertThat(run(home.resolve("saltern"), Map.of(), "run", "x").out())
                .contains("[-XX:+UseParallelGC]", "[-XX:Tier4BackEdgeThreshold=400000]", "/jobs/target/saltern.jsa]")
                .doesNotContain("TieredStopAtLevel");
    }

    @Test
    void wrongJavaIsNamedWithItsVersion() throws IOException, InterruptedException {
        write(jdk.resolve("release"), "JAVA_VERSION=\"11.0.2\"\n");
        program(folder.resolve("bin/java"), "echo 'openjdk version \"1.8.0_392\"' >&2");

        Result result = run(home.resolve("saltern"), Map.of());

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.err())
                .isEqualTo("error: Cannot start saltern: Java 17 is needed, found 11.0.2 at " + jdk
                        + "/bin/java, 1.8.0_392 at " + folder + "/bin/java\nwhere: JAVA_HOME=" + jdk
                        + " and the PATH\nnext:  Set JAVA_HOME to a JDK 17\n");
    }

    @Test
    void javaOnThePathIsTakenWhereJavaHomeIsWrong() throws IOException, InterruptedException {
        program(
                folder.resolve("bin/java"),
                "case $1 in -version) echo 'openjdk version \"17.0.9\"' >&2 ;; *) echo ran ;; esac");

        assertThat(run(home.resolve("saltern"), Map.of("JAVA_HOME", "/nowhere")).out())
                .isEqualTo("ran\n");
    }

    @Test
    void failedBuildShowsTheEndOfItsLog() throws IOException, InterruptedException {
        program(folder.resolve("bin/mvn"), "echo '[ERROR] no room'; exit 1");

        Result result = run(home.resolve("saltern"), Map.of(), "--help");

        assertThat(result.exitCode()).isEqualTo(70);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("[ERROR] no room\nerror: Cannot build saltern: Maven failed\nwhere: ");
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static void program(Path file, String body) throws IOException {
        write(file, "#!/bin/sh\n" + body);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private static void touch(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
    }
}
