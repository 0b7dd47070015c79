/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs;

import dev.saltern.conf.ExitCode;
import java.io.PrintWriter;

final class GcCommand {
    GcCommand(JobArguments arguments, PrintWriter out) {}

    ExitCode run() {
        return ExitCode.DONE;
    }
}
