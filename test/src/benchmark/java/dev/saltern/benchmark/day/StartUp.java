/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark.day;

import dev.saltern.conf.Environment;
import dev.saltern.conf.load.EnvironmentLoader;
import dev.saltern.jobs.session.Sessions;
import java.nio.file.Path;
import java.util.Map;

/**
 * Spark alone, as Saltern starts it: the session of the same environment, and one task that does nothing.
 *
 * @param conf the folder with the environment {@code benchmark}
 * @param lake the lake of this process, which opens no other
 */
record StartUp(Path conf, Path lake) implements DayWork {
    @Override
    public DayPhases run(Path raw, Path out) {
        Environment environment = EnvironmentLoader.load(
                conf.resolve("environments/benchmark.yaml"), Map.of("raw", raw.toString(), "lake", lake.toString()));
        long rows = Sessions.withCatalog(environment).range(1).count();
        if (rows != 1) {
            throw new IllegalStateException("Cannot count on this Spark: it counts one row as " + rows);
        }
        return DayPhases.NONE;
    }
}
