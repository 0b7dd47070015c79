/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.session;

import dev.saltern.conf.Accelerator;
import dev.saltern.conf.Environment;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The accelerator that an environment asks for, as far as it is there. A run without it gives the same tables.
 *
 * @param settings those of Spark that switch it on; none if it is not wanted or cannot be had
 * @param missing why it cannot be had, or null
 */
public record Acceleration(
        Map<String, String> settings, @Nullable String missing) {
    private static final String PLUGIN = "org.apache.spark.CometPlugin";
    private static final String NATIVE = "org.apache.comet.NativeBase";

    /** Memory of Comet beside the heap, of each process; the environment's own setting of Spark stands above it. */
    static final String OFF_HEAP = "1g";

    private static final Acceleration NONE = new Acceleration(Map.of(), null);

    /** Where classes are found. */
    interface Classes {
        Class<?> find(String name, boolean initialised) throws ClassNotFoundException;
    }

    /** Copies the settings. */
    public Acceleration {
        settings = Map.copyOf(settings);
    }

    /** Looks whether what the environment asks for is on the class path and can be loaded on this machine. */
    public static Acceleration of(Environment environment) {
        return environment.accelerator() == Accelerator.COMET
                ? comet((name, initialised) -> Class.forName(name, initialised, Acceleration.class.getClassLoader()))
                : NONE;
    }

    /** Returns a line for people, if there is something to tell. */
    public Optional<String> note() {
        return Optional.ofNullable(missing)
                .map(reason -> "Without accelerator comet: " + reason + ". The tables are the same");
    }

    static Acceleration comet(Classes classes) {
        try {
            classes.find(PLUGIN, false);
            // Its library is loaded with this class; Comet itself would say nothing and leave all to Spark.
            classes.find(NATIVE, true);
        } catch (ClassNotFoundException e) {
            return missing(e.getMessage() + " is not on the class path; add the jar comet-spark-spark3.5_2.12");
        } catch (LinkageError e) {
            return missing("its library cannot be loaded on this machine (" + e.getMessage() + ")");
        }
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("spark.plugins", PLUGIN);
        settings.put("spark.shuffle.manager", "org.apache.spark.sql.comet.execution.shuffle.CometShuffleManager");
        settings.put("spark.comet.exec.shuffle.enabled", "true");
        settings.put("spark.memory.offHeap.enabled", "true");
        settings.put("spark.memory.offHeap.size", OFF_HEAP);
        return new Acceleration(settings, null);
    }

    private static Acceleration missing(String reason) {
        return new Acceleration(Map.of(), reason);
    }
}
