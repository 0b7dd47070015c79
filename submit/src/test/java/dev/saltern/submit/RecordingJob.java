/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.InvalidConfigurationException;
import dev.saltern.conf.Origin;
import dev.saltern.conf.Problem;
import java.io.PrintWriter;
import java.util.List;
import java.util.spi.ToolProvider;

/** Stands in for the job: prints its arguments, one line per call; the pipeline's name can ask for a failure. */
public final class RecordingJob implements ToolProvider {
    @Override
    public String name() {
        return "saltern-job";
    }

    @Override
    public int run(PrintWriter out, PrintWriter err, String... args) {
        List<String> arguments = List.of(args);
        if (arguments.contains("broken")) {
            throw new IllegalStateException("the disk is gone");
        }
        if (arguments.contains("misspelt")) {
            throw new InvalidConfigurationException(
                    List.of(new Problem(new Origin("conf/pipelines/misspelt.yaml", 3, 5), "Unknown key: form")));
        }
        if (arguments.get(0).equals("columns")) {
            out.println(
                    "{\"writes\": [{\"table\": \"sensor_daily\", \"columns\": \"dt STRING,mean DOUBLE\"}], \"notes\": []}");
            return ExitCode.DONE.code();
        }
        out.println("job " + String.join("|", arguments));
        return arguments.contains("dirty") ? ExitCode.QUALITY_GATE.code() : ExitCode.DONE.code();
    }
}
