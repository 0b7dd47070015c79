/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.cluster;

import dev.saltern.submit.diagnose.Diagnosis;
import dev.saltern.submit.diagnose.LogFile;
import dev.saltern.submit.sample.SampleGenerator;
import dev.saltern.submit.sample.SampleSpec;
import dev.saltern.test.day.JobProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.io.FileUtils;

/** Runs the job jar by spark-submit into a failure, and keeps what the driver logs at Spark's usual level. */
final class FailureLogs {
    private static final Path CONF = Path.of("..", "conf").toAbsolutePath().normalize();
    private static final String TMPFS = "mount -t tmpfs -o size=%dm none \"$1\" && shift && exec \"$@\"";

    private final Path folder;
    private final SparkHome home;
    private final Path jar;

    FailureLogs(Path folder) throws IOException {
        this.folder = folder;
        this.jar = SparkHome.jobJar();
        FileUtils.deleteDirectory(folder.toFile());
        this.home = SparkHome.make(folder.resolve("spark"));
        LocalDate day = LocalDate.parse(Failure.DAY);
        new SampleGenerator(new SampleSpec(folder.resolve("raw"), day, 1, 600, 12, 7, 0.4, 0.3)).generate();
        for (String part : List.of("schemas", "rules", "pipelines")) {
            FileUtils.copyDirectory(
                    CONF.resolve(part).toFile(),
                    folder.resolve("conf").resolve(part).toFile());
        }
        Path environment = Files.createDirectories(folder.resolve("conf/environments"));
        Files.writeString(
                environment.resolve("here.yaml"),
                "environment: here\nlake: " + folder.resolve("lake") + "\nvariables: {raw: " + folder.resolve("raw")
                        + "}\n");
    }

    /**
     * What a job left behind.
     *
     * @param exitCode of the process
     * @param log the lines that a person would find, the command first
     */
    record Failed(int exitCode, List<String> log) {
        Diagnosis diagnosis() {
            return Diagnosis.of(List.of(new LogFile("stderr", log)));
        }
    }

    Failed run(Failure failure) throws IOException, InterruptedException {
        if (!failure.pipeline().isEmpty()) {
            Files.writeString(folder.resolve("conf/pipelines/fails.yaml"), failure.pipeline());
        }
        List<String> words = submit(failure);
        List<String> command = new ArrayList<>();
        if (failure.diskMib() > 0) {
            Path disk = Files.createDirectories(folder.resolve("disk"));
            command.addAll(List.of("unshare", "--user", "--map-root-user", "--mount", "sh", "-c"));
            command.addAll(List.of(TMPFS.formatted(failure.diskMib()), "disk", disk.toString()));
        }
        command.addAll(home.command(java(), "org.apache.spark.deploy.SparkSubmit"));
        command.addAll(words);
        try (JobProcess job = JobProcess.start(
                folder.resolve(failure.rule() + ".log"), Map.of("SPARK_LOCAL_IP", "127.0.0.1"), command)) {
            int code = job.await();
            List<String> log = new ArrayList<>(List.of(shown(failure, words)));
            log.addAll(job.lines());
            return new Failed(code, new TrimmedLog(folder).of(log));
        }
    }

    /** The driver is small, so that a group too large for it is soon made. */
    private static List<String> java() {
        return JobProcess.java().stream()
                .map(word -> word.equals("-Xmx1g") ? "-Xmx600m" : word)
                .toList();
    }

    private List<String> submit(Failure failure) {
        Map<String, String> settings = new TreeMap<>(failure.settings());
        settings.put("spark.ui.enabled", "false");
        if (failure.diskMib() > 0) {
            settings.put(Failure.LOCAL_DIR, folder.resolve("disk").toString());
        }
        List<String> words = new ArrayList<>(List.of("--master", "local[2]", "--class", "dev.saltern.jobs.Main"));
        settings.forEach((key, value) -> words.addAll(List.of("--conf", key + "=" + value)));
        words.add(jar.toString());
        words.addAll(failure.words());
        words.addAll(List.of("--conf", folder.resolve("conf").toString(), "--env", "here"));
        return words;
    }

    private static String shown(Failure failure, List<String> words) {
        String disk = failure.diskMib() > 0
                ? " # spark.local.dir is a tmpfs of " + failure.diskMib() + " MiB in a mount namespace of its own"
                : "";
        return "$ spark-submit --driver-memory 600m " + String.join(" ", words) + disk;
    }
}
