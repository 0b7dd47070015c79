/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.conf.Environment;
import dev.saltern.conf.load.EnvironmentLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccelerationTest {
    @TempDir
    private Path folder;

    @Test
    void nobodyIsAcceleratedWhoDoesNotAsk() throws IOException {
        Acceleration none = Acceleration.of(environment(""));
        assertThat(none.settings()).isEmpty();
        assertThat(none.note()).isEmpty();
    }

    @Test
    void withoutTheJarSparkDoesAllAndTheRunSaysWhy() throws IOException {
        Acceleration comet = Acceleration.of(environment(", accelerator: comet"));
        assertThat(comet.settings()).isEmpty();
        assertThat(comet.note())
                .hasValue(
                        "Without accelerator comet: org.apache.spark.CometPlugin is not on the class path; add the jar"
                                + " comet-spark-spark3.5_2.12. The tables are the same");
    }

    @Test
    void aLibraryThatCannotBeLoadedIsToldToo() {
        Acceleration.Classes broken = (name, initialised) -> {
            if (initialised) {
                throw new UnsatisfiedLinkError("no comet in java.library.path");
            }
            return Object.class;
        };
        assertThat(Acceleration.comet(broken).note())
                .hasValue("Without accelerator comet: its library cannot be loaded on this machine (no comet in"
                        + " java.library.path). The tables are the same");
    }

    @Test
    void whatIsThereIsSwitchedOn() {
        Acceleration comet = Acceleration.comet((name, initialised) -> Object.class);
        assertThat(comet.note()).isEmpty();
        assertThat(comet.settings()).containsEntry("spark.plugins", "org.apache.spark.CometPlugin");
    }

    private Environment environment(String more) throws IOException {
        Path file = Files.writeString(folder.resolve("e.yaml"), "{environment: e, lake: /lake" + more + "}");
        return EnvironmentLoader.load(file, Map.of());
    }
}
