/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs;

import java.io.PrintWriter;
import java.util.List;
import java.util.spi.ToolProvider;

/** The job as a tool of the Java platform: the command line finds it by its name, without depending on Spark. */
public final class JobTool implements ToolProvider {
    /** The name that the command line looks for. */
    public static final String NAME = "saltern-job";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int run(PrintWriter out, PrintWriter err, String... arguments) {
        return new Job(out, err).run(List.of(arguments)).code();
    }
}
