/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark.day;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A contestant in a process of its own: it waits for the name of a folder, makes the day's tables there, tells what that took, and waits again. */
public final class DayProcess {
    /** What a line with the figures of a run begins with. */
    static final String FIGURES = "@figures ";

    private static final double NANOS = 1e9;
    private static final double MILLIS = 1e3;
    private static final long KILOBYTE = 1024;

    private DayProcess() {}

    /** Starts with the names of the contestant, of the folder of raw files, of the conf folder, and of one to work in. */
    public static void main(String[] arguments) throws Exception {
        DayEntrant entrant = DayEntrant.valueOf(arguments[0]);
        Path raw = Path.of(arguments[1]);
        DayWork work = entrant.work(Path.of(arguments[2]), Path.of(arguments[3]));
        OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        HeapWatch heap = new HeapWatch();
        boolean first = true;
        for (String out = orders.readLine(); out != null; out = orders.readLine()) {
            if (!first) {
                System.gc();
            }
            forgetPeak();
            heap.forget();
            long cpu = first ? 0 : process.getProcessCpuTime();
            double compilers = first ? 0 : compilerSeconds();
            long wall = System.nanoTime();
            DayPhases phases = work.run(raw, Path.of(out));
            double seconds = (System.nanoTime() - wall) / NANOS;
            double cpuSeconds = (process.getProcessCpuTime() - cpu) / NANOS;
            DayRound round = new DayRound(
                    arguments[0], 0, "", 0, seconds, cpuSeconds, compilerSeconds() - compilers, peakBytes(), heap.peakBytes(), phases);
            System.out.println(FIGURES + new ObjectMapper().writeValueAsString(round));
            first = false;
        }
        // Spark's own threads would keep the process alive.
        System.exit(0);
    }

    private static double compilerSeconds() {
        return ManagementFactory.getCompilationMXBean().getTotalCompilationTime() / MILLIS;
    }

    /** The kernel counts the peak from here on. */
    private static void forgetPeak() throws IOException {
        Path reset = Path.of("/proc/self/clear_refs");
        if (Files.exists(reset)) {
            Files.writeString(reset, "5");
        }
    }

    /** Returns the most memory that was resident; 0 where the kernel does not tell. */
    private static long peakBytes() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KILOBYTE)
                .findFirst()
                .orElse(0);
    }
}
