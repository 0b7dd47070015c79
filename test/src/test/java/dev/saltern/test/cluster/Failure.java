/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.cluster;

import java.util.List;
import java.util.Map;

/**
 * A way to make the job jar fail, and the rule that has to find the cause in its log.
 *
 * @param rule the rule's name, and that of the log that is kept
 * @param cause what the diagnosis must say
 * @param pipeline the pipeline's file, or the empty text for one that comes with Saltern
 * @param settings of Spark
 * @param words the job's command and arguments
 * @param diskMib how large the disk for shuffles is, or 0 for one that is large enough
 */
record Failure(
        String rule, String cause, String pipeline, Map<String, String> settings, List<String> words, int diskMib) {
    static final String DAY = "2026-01-31";
    static final String LOCAL_DIR = "spark.local.dir";

    private static final String HEAD = """
            pipeline: fails
            variables: {raw: raw}
            sources:
              sensors: {path: "${raw}/sensors/", format: csv, schema: schemas/sensor.ddl, null-tokens: [NA]}
            steps:
            """;
    private static final String TAIL = "outputs: {failing: {from: failing}}\n";

    /** A java step whose class nobody brought along. */
    static final Failure CLASS_MISSING = new Failure(
            "class-missing",
            "Class com.example.Places is not on the class path of the cluster",
            HEAD + "  - {name: failing, java: {class: com.example.Places, from: sensors}}\n" + TAIL,
            Map.of(),
            List.of("run", "fails"),
            0);

    /** A folder of raw files that is not there. */
    static final Failure BAD_PATH = new Failure(
            "bad-path",
            "A path holds nothing: ",
            "",
            Map.of(),
            List.of("run", "sensor-daily", "--date", "2026-02-28"),
            0);

    /** More bad rows than the source may have: the test's raw files are so dirty. */
    static final Failure QUALITY_GATE = new Failure(
            "quality-gate",
            "A rule or a limit refused the publish: ",
            "",
            Map.of(),
            List.of("run", "sensor-daily", "--date", DAY),
            0);

    /** A column that is not there. */
    static final Failure ANALYSIS = new Failure(
            "analysis",
            "A step does not fit its columns: ",
            HEAD + "  - {name: failing, sql: \"SELECT sensor, site FROM sensors\"}\n" + TAIL,
            Map.of(),
            List.of("run", "fails"),
            0);

    /** A group whose text is larger than the heap. */
    static final Failure OUT_OF_MEMORY = new Failure(
            "out-of-memory",
            "A Java heap was too small: ",
            HEAD
                    + "  - {name: failing, sql: \"SELECT site, length(concat_ws('', collect_list(repeat(sensor_id, 200000))))"
                    + " AS size FROM sensors LATERAL VIEW explode(sequence(1, 2000)) AS copy GROUP BY site\"}\n"
                    + TAIL,
            Map.of(),
            List.of("run", "fails"),
            0);

    /** A shuffle that is larger than the disk. */
    static final Failure DISK_FULL = new Failure(
            "disk-full",
            "The local disk of a machine is full: shuffle and spill did not fit",
            HEAD + "  - {name: failing, sql: \"SELECT sha2(concat(sensor_id, copy), 512) AS code, count(*) AS copies"
                    + " FROM sensors LATERAL VIEW explode(sequence(1, 40000)) AS copy GROUP BY 1\"}\n"
                    + TAIL,
            Map.of("spark.sql.shuffle.partitions", "4"),
            List.of("run", "fails"),
            8);

    /** Those that take seconds. */
    static final List<Failure> QUICK = List.of(CLASS_MISSING, BAD_PATH);

    static final List<Failure> SLOW = List.of(QUALITY_GATE, ANALYSIS, OUT_OF_MEMORY, DISK_FULL);

    @Override
    public String toString() {
        return rule;
    }
}
