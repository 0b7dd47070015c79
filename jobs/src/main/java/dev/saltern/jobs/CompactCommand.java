/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs;

import dev.saltern.conf.ExitCode;
import java.io.PrintWriter;

final class CompactCommand {
    CompactCommand(JobArguments arguments, PrintWriter out, PrintWriter err) {}

    ExitCode run() {
        return ExitCode.DONE;
    }
}
