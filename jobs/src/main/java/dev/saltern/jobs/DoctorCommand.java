/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs;

import dev.saltern.conf.ExitCode;
import dev.saltern.jobs.publish.doctor.Doctor;
import dev.saltern.jobs.publish.doctor.DoctorPage;
import dev.saltern.jobs.publish.doctor.Finding;
import dev.saltern.jobs.publish.table.LakeTable;
import dev.saltern.jobs.report.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Holds journal, catalog and files against each other. */
final class DoctorCommand {
    private final JobArguments arguments;
    private final PrintWriter out;

    DoctorCommand(JobArguments arguments, PrintWriter out) {
        this.arguments = arguments;
        this.out = out;
    }

    ExitCode run() throws IOException {
        OpenLake lake = OpenLake.of(arguments);
        List<LakeTable> tables = lake.choose(arguments);
        List<Finding> findings = findings(lake, tables);
        boolean wrong = findings.stream().anyMatch(Finding::isOpen);
        if (arguments.has("json")) {
            out.println(Json.write(Map.of("tables", tables.size(), "wrong", wrong, "findings", findings)));
        } else {
            out.print(DoctorPage.of(tables.size(), findings));
        }
        return wrong ? ExitCode.UNSOUND : ExitCode.DONE;
    }

    private List<Finding> findings(OpenLake lake, List<LakeTable> tables) throws IOException {
        InstantSource clock = InstantSource.system();
        Doctor doctor = new Doctor(
                lake.tables(), lake.stores(lake.session()), clock, arguments.has("deep"), arguments.has("repair"));
        List<Finding> findings = new ArrayList<>();
        tables.forEach(table ->
                findings.addAll(doctor.examine(table, lake.environment().database())));
        if (arguments.findSubject().isEmpty() && arguments.option("table").isEmpty()) {
            lake.abandonedWorkspaces(clock.instant()).forEach(left -> findings.add(doctor.leftover("", left)));
        }
        return findings;
    }
}
