/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark.day;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the launcher script says that is not to be said twice.
 *
 * @param patient the options of the compilers of a JVM that runs a day
 */
record LauncherScript(List<String> patient) {
    private static final Pattern PATIENT = Pattern.compile("(?m)^patient=\"(.*)\"$");
    private static final String SO_FAR = "$patient";

    LauncherScript {
        patient = List.copyOf(patient);
    }

    static LauncherScript read(Path script) throws IOException {
        return of(Files.readString(script));
    }

    /**
     * Reads the text of a script.
     *
     * @throws IllegalStateException if it names no such options
     */
    static LauncherScript of(String text) {
        String patient = "";
        for (Matcher line = PATIENT.matcher(text); line.find(); ) {
            patient = line.group(1).replace(SO_FAR, patient);
        }
        if (!patient.startsWith("-XX:")) {
            throw new IllegalStateException("Cannot read the options of the launcher: no line patient=\"-XX:...\" but '" + patient + "'");
        }
        return new LauncherScript(List.of(patient.split(" +", -1)));
    }
}
