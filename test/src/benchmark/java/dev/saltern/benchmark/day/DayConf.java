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
 */
record DayConf(Path plain, Path accelerated) {
    /** Writes both below the target. */
    static DayConf write(Path conf, Path target) throws IOException {
        return new DayConf(
                copy(conf, target.resolve("plain"), ""), copy(conf, target.resolve("comet"), "accelerator: comet\n"));
    }

    Path of(DayEntrant entrant) {
        return entrant == DayEntrant.COMET ? accelerated : plain;
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
