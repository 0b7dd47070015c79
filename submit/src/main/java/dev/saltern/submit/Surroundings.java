/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a command may know of the process around it.
 *
 * @param workingDirectory the folder that relative paths start from
 * @param home the folder that Saltern is installed in, or null where the launcher script did not say
 * @param command how the user calls Saltern, such as {@code ./saltern}
 * @param clock the time, for dates such as {@code yesterday}
 * @param classLoader where the job is looked up
 */
record Surroundings(Path workingDirectory, @Nullable Path home, String command, Clock clock, ClassLoader classLoader) {
    private static final String HOME_PROPERTY = "saltern.home";
    private static final String COMMAND_PROPERTY = "saltern.command";
    private static final String CONF = "conf";

    /** Returns what this process has around it. */
    static Surroundings ofProcess() {
        String home = System.getProperty(HOME_PROPERTY);
        return new Surroundings(
                Path.of(""),
                home == null ? null : Path.of(home),
                System.getProperty(COMMAND_PROPERTY, "saltern"),
                Clock.systemUTC(),
                Surroundings.class.getClassLoader());
    }

    /** Returns {@code ./conf} if it has pipelines, else the home's conf folder, else nothing. */
    Optional<Path> findConf() {
        return hasPipelines(workingDirectory.resolve(CONF)) ? Optional.of(Path.of(CONF)) : findHomeConf();
    }

    /** Returns the conf folder that comes with Saltern. */
    Optional<Path> findHomeConf() {
        return Optional.ofNullable(home).map(folder -> folder.resolve(CONF)).filter(Surroundings::hasPipelines);
    }

    private static boolean hasPipelines(Path conf) {
        return Files.isDirectory(conf.resolve("pipelines"));
    }
}
