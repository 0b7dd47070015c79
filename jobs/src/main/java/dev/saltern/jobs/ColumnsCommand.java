/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs;

import dev.saltern.conf.ExitCode;
import dev.saltern.jobs.plan.Analysis;
import dev.saltern.jobs.plan.PipelinePlan;
import dev.saltern.jobs.report.Json;
import dev.saltern.jobs.session.Sessions;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells the columns of a pipeline's tables, for whoever makes views of them. The pipeline is analysed on empty frames: no file is listed,
 * no journal asked.
 */
final class ColumnsCommand {
    private final JobArguments arguments;
    private final PrintWriter out;

    ColumnsCommand(JobArguments arguments, PrintWriter out) {
        this.arguments = arguments;
        this.out = out;
    }

    ExitCode run() {
        LoadedJob job = LoadedJob.of(arguments);
        PipelinePlan plan = Analysis.analyse(
                Sessions.withoutCatalog(job.environment()),
                job.pipeline(),
                job.environment().database(),
                Map.of());
        List<Map<String, String>> writes = plan.tables().stream()
                .map(table ->
                        Map.of("table", table.table(), "columns", table.schema().toDDL()))
                .toList();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("pipeline", plan.pipeline().name());
        answer.put("writes", writes);
        answer.put("notes", plan.notes());
        out.println(Json.write(answer));
        return ExitCode.DONE;
    }
}
