/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark.day;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Who makes the day's tables. */
enum DayEntrant {
    /** The product. */
    SALTERN("Saltern"),
    /** The product of another source tree, which {@code -Dbenchmark.before} names. */
    BEFORE("Saltern before"),
    /** The product with Apache DataFusion Comet. */
    COMET("Saltern with Comet"),
    /** Hand-written Spark. */
    PLAIN("plain Spark and Deequ"),
    /** Another engine. */
    DUCK("DuckDB, no rules"),
    /** The product on files and a pipeline of any size; takes part in no comparison. */
    GROWTH("growth");

    /** Processors that each may use. */
    static final int THREADS = 2;

    private static final List<String> SPARK = List.of("-Xmx3g", "-XX:+UseParallelGC");
    private static final List<String> PATIENT = List.of(
            "-XX:Tier4InvocationThreshold=50000",
            "-XX:Tier4MinInvocationThreshold=6000",
            "-XX:Tier4CompileThreshold=150000",
            "-XX:Tier4BackEdgeThreshold=400000");

    private final String label;

    DayEntrant(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** Returns whether it is a Spark program. */
    boolean isSpark() {
        return this != DUCK;
    }

    /** Returns the options of its JVM: of Saltern those of the launcher script, of plain Spark the same memory and collector. */
    List<String> options() {
        return switch (this) {
            case DUCK -> List.of("-Xmx512m");
            case PLAIN -> SPARK;
            default -> Stream.concat(SPARK.stream(), PATIENT.stream()).toList();
        };
    }

    /** Starts it. */
    DayWork work(Path conf, Path folder) {
        return switch (this) {
            case SALTERN, BEFORE, COMET -> new SalternDay(conf, folder.resolve("lake"));
            case PLAIN -> new PlainDay(THREADS);
            case GROWTH -> new GrowthWork(folder.resolve("lake"));
            case DUCK -> new DuckDay(THREADS);
        };
    }
}
