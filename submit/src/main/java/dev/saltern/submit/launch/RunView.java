/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.launch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.saltern.conf.ExitCode;
import java.util.ArrayList;
import java.util.List;

/**
 * What the job wrote about its run: the part of the report that a verdict stands on.
 *
 * @param run the run's id
 * @param launch the launch that it belongs to, or the empty text where the job did not say
 * @param scope the days
 * @param verdict such as {@code PUBLISHED}
 * @param exitCode how the job ended
 * @param started ISO 8601
 * @param seconds how long it took
 * @param failures why it did not publish
 * @param tables the tables, with their rows
 */
public record RunView(
        String run,
        String launch,
        String scope,
        String verdict,
        ExitCode exitCode,
        String started,
        double seconds,
        List<String> failures,
        List<String> tables) {
    public RunView {
        failures = List.copyOf(failures);
        tables = List.copyOf(tables);
    }

    static RunView of(JsonNode report) {
        List<String> failures = new ArrayList<>();
        report.path("failures").forEach(failure -> failures.add(failure.asText()));
        List<String> tables = new ArrayList<>();
        report.path("tables")
                .forEach(table -> tables.add(
                        table.path("table").asText() + ": " + table.path("rows").asLong() + " rows"));
        return new RunView(
                report.path("run").asText(),
                report.path("setting").path("launch").asText(),
                report.path("scope").asText(),
                report.path("verdict").asText(),
                ExitCode.of(report.path("exitCode").asInt(ExitCode.INTERNAL.code())),
                report.path("started").asText(),
                report.path("seconds").asDouble(),
                failures,
                tables);
    }
}
