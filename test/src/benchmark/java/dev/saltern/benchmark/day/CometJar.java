/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark.day;

import java.io.File;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The jar of Apache DataFusion Comet, which those who run without it are not to see. */
final class CometJar {
    private static final String NAME = "comet-spark-";

    private CometJar() {}

    /** Returns a class path without the jar. */
    static String without(String classPath) {
        return entries(classPath).filter(entry -> !isIt(entry)).collect(Collectors.joining(File.pathSeparator));
    }

    /** Returns whether the jar is on a class path. */
    static boolean isOn(String classPath) {
        return entries(classPath).anyMatch(CometJar::isIt);
    }

    private static Stream<String> entries(String classPath) {
        return Stream.of(classPath.split(File.pathSeparator, -1));
    }

    private static boolean isIt(String entry) {
        return entry.contains(NAME);
    }
}
