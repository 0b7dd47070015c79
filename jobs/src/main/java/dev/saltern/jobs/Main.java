/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The main class that spark-submit starts: {@code spark-submit --class dev.saltern.jobs.Main saltern-job.jar run NAME --date DATE}. */
public final class Main {
    private Main() {}

    /**
     * Runs the command and exits with its code. On a cluster a command that is done returns instead: YARN takes any exit before the end of
     * {@code main}, with 0 too, for a failure.
     */
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code = new Job(out, err).run(List.of(arguments)).code();
        out.flush();
        err.flush();
        if (code != 0 || !"cluster".equals(System.getProperty("spark.submit.deployMode"))) {
            System.exit(code);
        }
    }
}
