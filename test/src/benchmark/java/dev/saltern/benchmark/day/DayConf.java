/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark.day;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.FileUtils;

/**
 * The project's own conf folder with an environment {@code benchmark} for so many processors.
 *
 * @param plain without an accelerator
 * @param accelerated with one
 * @param unruled without rules
 */
record DayConf(Path plain, Path accelerated, Path unruled) {
    private static final String PIPELINE = "pipelines/sensor-daily.yaml";

    /** Writes all below the target. */
    static DayConf write(Path conf, Path target) throws IOException {
        Path unruled = copy(conf, target.resolve("unruled"), "");
        Files.writeString(unruled.resolve(PIPELINE), WithoutRules.of(Files.readString(conf.resolve(PIPELINE))));
        return new DayConf(
                copy(conf, target.resolve("plain"), ""),
                copy(conf, target.resolve("comet"), "accelerator: comet\n"),
                unruled);
    }

    Path of(DayEntrant entrant) {
        return switch (entrant) {
            case COMET -> accelerated;
            case WITHOUT_RULES -> unruled;
            case SALTERN, BEFORE, PLAIN, PATIENT, DUCK, GROWTH, START_UP -> plain;
        };
    }

    private static Path copy(Path conf, Path target, String more) throws IOException {
        FileUtils.copyDirectory(conf.toFile(), target.toFile());
        Files.writeString(target.resolve("environments/benchmark.yaml"), environment(more));
        return target;
    }

    /** Returns the text of the environment, with more lines. */
    static String environment(String more) {
        return """
                environment: benchmark
                lake: ./lake
                variables: {raw: ./raw}
                spark:
                  spark.master: local[%d]
                """.formatted(DayEntrant.THREADS) + more;
    }
}
