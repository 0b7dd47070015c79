/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark.day;

import java.nio.file.Path;

/** Where the benchmarks of the day find what they measure, and leave what they made. */
final class SourceTree {
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    /** Raw files and what was measured, for later calls. */
    static final Path TARGET = Path.of("target/benchmark").toAbsolutePath();

    static final Path LAUNCHER = ROOT.resolve("saltern");
    /** The page about speed. */
    static final Path PAGE = ROOT.resolve("docs/performance.md");
    /** The classes of all contestants. */
    static final String CLASS_PATH =
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

    private SourceTree() {}
}
