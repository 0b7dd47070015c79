/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.after;

import dev.saltern.conf.Environment;
import dev.saltern.jobs.plan.PipelinePlan;
import dev.saltern.jobs.report.page.Surroundings;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.hadoop.util.VersionInfo;
import org.apache.spark.sql.SparkSession;
import scala.Tuple2;
import scala.collection.JavaConverters;

/** Finds out where a run was carried out. */
final class Around {
    private static final int SHOWN_DIGITS = 12;
    private static final long MEGABYTE = 1L << 20;

    private Around() {}

    static Surroundings of(SparkSession session, Environment environment, PipelinePlan plan, String codeVersion) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (Tuple2<String, String> setting : session.sparkContext().getConf().getAll()) {
            settings.put(setting._1(), setting._2());
        }
        settings.putAll(JavaConverters.mapAsJavaMap(session.conf().getAll()));
        return new Surroundings(
                versions(session, plan, codeVersion), machine(session), words(environment, plan), settings);
    }

    /** Returns the most heap that this process used since it began: of each part of the heap the most, so rather more than less. */
    static long peakHeapBytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getPeakUsage() != null)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }

    private static Map<String, String> versions(SparkSession session, PipelinePlan plan, String codeVersion) {
        return Map.of(
                "saltern code", codeVersion.substring(0, Math.min(SHOWN_DIGITS, codeVersion.length())),
                "pipeline", plan.loaded().fingerprint().substring(0, SHOWN_DIGITS),
                "spark", session.version(),
                "hadoop", VersionInfo.getVersion(),
                "java", System.getProperty("java.version", "unknown"),
                "scala", scala.util.Properties$.MODULE$.versionNumberString());
    }

    private static Map<String, String> machine(SparkSession session) {
        Map<String, String> machine = new LinkedHashMap<>();
        machine.put("master", session.sparkContext().master());
        machine.put("application", session.sparkContext().applicationId());
        machine.put("tasks at once", Integer.toString(session.sparkContext().defaultParallelism()));
        machine.put("driver heap", Runtime.getRuntime().maxMemory() / MEGABYTE + " MB");
        machine.put(
                "system",
                System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                        + System.getProperty("os.arch"));
        machine.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
        machine.put(
                "java options",
                ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                        .filter(option -> option.startsWith("-X") || option.startsWith("-D"))
                        .filter(option -> !option.startsWith("-D") || option.startsWith("-Duser."))
                        .collect(Collectors.joining(" ")));
        return machine;
    }

    private static Map<String, String> words(Environment environment, PipelinePlan plan) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("environment", environment.name());
        words.put("lake", environment.lake());
        words.put("database", environment.database());
        words.put("catalog", environment.catalog().toString());
        words.put("pipeline file", plan.loaded().file().toString());
        if (environment.access().region() != null) {
            words.put("region", String.valueOf(environment.access().region()));
        }
        if (environment.access().endpoint() != null) {
            words.put("endpoint", String.valueOf(environment.access().endpoint()));
        }
        plan.pipeline().variables().forEach((name, value) -> words.put("${" + name + "}", value));
        environment.variables().forEach((name, value) -> words.put("${" + name + "}", value));
        return words;
    }
}
