/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark.day;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/** Where and on what something was measured. */
final class Machine {
    private static final double GIGABYTE = 1e9;

    private Machine() {}

    /** Returns system, versions, processors and memory. */
    static String text() {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return String.format(
                Locale.ROOT,
                "%s %s, Java %s, Spark %s, %d processors, %d GB of memory",
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                System.getProperty("java.version"),
                org.apache.spark.package$.MODULE$.SPARK_VERSION(),
                Runtime.getRuntime().availableProcessors(),
                Math.round(system.getTotalMemorySize() / GIGABYTE));
    }
}
