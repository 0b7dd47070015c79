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
    /** The product with no rule to hold rows to: what it lacks is what quality costs. Its tables keep rows that rules set aside. */
    WITHOUT_RULES("Saltern without rules"),
    /** Hand-written Spark. */
    PLAIN("plain Spark and Deequ"),
    /** The same, compiled as patiently as the product. */
    PATIENT("plain Spark and Deequ with Saltern's JVM options"),
    /** Another engine. */
    DUCK("DuckDB, no rules"),
    /** The product on files and a pipeline of any size. */
    GROWTH("growth"),
    /** Nothing but Spark's start. */
    START_UP("Spark's start-up alone");

    /** Processors that each may use. */
    static final int THREADS = 2;

    private static final List<String> SPARK = List.of("-Xmx3g", "-XX:+UseParallelGC");

    private final String label;

    DayEntrant(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** Returns whether it makes the tables of the day, with or without rules. */
    boolean isDay() {
        return this != GROWTH && this != START_UP;
    }

    /** Returns whether it makes the same tables as the product. */
    boolean isCompared() {
        return isDay() && this != WITHOUT_RULES;
    }

    /** Returns whether it is a Spark program. */
    boolean isSpark() {
        return this != DUCK;
    }

    /** Returns the options of its JVM: of Saltern those of the launcher script, of plain Spark the same memory and collector. */
    List<String> options(LauncherScript launcher) {
        return switch (this) {
            case DUCK -> List.of("-Xmx512m");
            case PLAIN -> SPARK;
            default -> Stream.concat(SPARK.stream(), launcher.patient().stream()).toList();
        };
    }

    /** Starts it. */
    DayWork work(Path conf, Path folder) {
        return switch (this) {
            case SALTERN, BEFORE, COMET, WITHOUT_RULES -> new SalternDay(conf, folder.resolve("lake"));
            case PLAIN, PATIENT -> new PlainDay(THREADS);
            case GROWTH -> new GrowthWork(folder.resolve("lake"));
            case DUCK -> new DuckDay(THREADS);
            case START_UP -> new StartUp(conf, folder.resolve("lake"));
        };
    }
}
