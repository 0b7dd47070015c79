/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs;

import dev.saltern.conf.ExitCode;
import java.io.PrintWriter;

final class DoctorCommand {
    DoctorCommand(JobArguments arguments, PrintWriter out) {}

    ExitCode run() {
        return ExitCode.DONE;
    }
}
