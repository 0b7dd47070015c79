/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.cluster;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A release of EMR.
 *
 * @param major such as 7; releases before 7 start Spark on Java 8
 * @param minor such as 13
 * @param patch such as 0
 */
public record Release(int major, int minor, int patch) {
    /** The only major release that runs the job jar: Spark 3.5, Scala 2.12, Java 17. */
    public static final int MAJOR = 7;

    /** The first minor release with a Spark and a Hadoop (3.4) that the job was tried on. */
    public static final int MIN_MINOR = 8;

    /** The first minor release that streams logs to CloudWatch Logs. */
    private static final int STREAMING_MINOR = 11;

    private static final Pattern FORM = Pattern.compile("emr-([0-9]{1,2})\\.([0-9]{1,2})\\.([0-9]{1,2})");

    /** Reads {@code emr-7.13.0}; throws {@link IllegalArgumentException} for anything else. */
    public static Release parse(String text) {
        Matcher matcher = FORM.matcher(text.trim());
        if (text.trim().startsWith("emr-spark-")) {
            throw new IllegalArgumentException(
                    "Invalid release: " + text
                            + " (must be emr-7.8.0 or later of 7.x). emr-spark-8 is Spark 4 on Scala 2.13, for which the job jar is not built");
        }
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Invalid release: " + text + " (must be such as emr-7.13.0)");
        }
        Release release = new Release(number(matcher, 1), number(matcher, 2), number(matcher, 3));
        if (release.major != MAJOR || release.minor < MIN_MINOR) {
            throw new IllegalArgumentException("Invalid release: " + text
                    + " (must be emr-7.8.0 or later of 7.x). The job needs Spark 3.5 on Java 17 and Hadoop 3.4");
        }
        return release;
    }

    /** Returns whether its clusters can send step, driver and executor logs to CloudWatch Logs while they run. */
    public boolean streamsLogs() {
        return minor >= STREAMING_MINOR;
    }

    @Override
    public String toString() {
        return "emr-" + major + "." + minor + "." + patch;
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
