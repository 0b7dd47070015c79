/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs;

import dev.saltern.conf.Environment;
import dev.saltern.conf.ExitCode;
import dev.saltern.conf.InvalidConfigurationException;
import dev.saltern.conf.load.PartialPipeline;
import dev.saltern.jobs.plan.Analysis;
import dev.saltern.jobs.plan.PipelinePlan;
import dev.saltern.jobs.report.Json;
import dev.saltern.jobs.ruletest.RuleTestResult;
import dev.saltern.jobs.ruletest.RuleTests;
import dev.saltern.jobs.session.Sessions;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** Tests rules by the rows of a folder. */
final class RulesTestCommand {
    private final JobArguments arguments;
    private final PrintWriter out;

    RulesTestCommand(JobArguments arguments, PrintWriter out) {
        this.arguments = arguments;
        this.out = out;
    }

    ExitCode run() {
        Environment environment = LoadedJob.environment(arguments);
        RuleTests tests = RuleTests.in(folder());
        SparkSession session = Sessions.withoutCatalog(environment);
        List<RuleTestResult> results = tests.run(session, name -> plan(session, environment, name));
        boolean passed = results.stream().allMatch(RuleTestResult::passed);
        ExitCode exitCode = passed ? ExitCode.DONE : ExitCode.QUALITY_GATE;
        if (arguments.has("json")) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("exitCode", exitCode.code());
            answer.put("tests", results);
            out.println(Json.write(answer));
        } else {
            results.forEach(this::tell);
            long failed = results.stream().filter(result -> !result.passed()).count();
            out.println(results.size() + (results.size() == 1 ? " test: " : " tests: ") + (results.size() - failed)
                    + " passed, " + failed + " failed");
        }
        return exitCode;
    }

    private Path folder() {
        return arguments.subjects().isEmpty()
                ? arguments.confFolder().resolve("rules").resolve("tests")
                : Path.of(arguments.subject("folder or file"));
    }

    private PipelinePlan plan(SparkSession session, Environment environment, String name) {
        PartialPipeline read = LoadedJob.inspect(arguments, environment, name);
        if (!read.problems().isEmpty()) {
            throw new InvalidConfigurationException(Analysis.problems(session, read, environment.database()));
        }
        return Analysis.analyse(session, read.loaded(), environment.database(), Map.of());
    }

    private void tell(RuleTestResult result) {
        String size = count(result.rows(), "row") + ", " + count(result.outcomes(), "outcome");
        String failed = result.passed() ? "" : ", " + result.failures().size() + " not as expected";
        out.println((result.passed() ? "ok    " : "FAIL  ") + result.file() + "  (" + size + failed + ")");
        for (RuleTestResult.Failure failure : result.failures()) {
            out.println("      " + failure.file() + ":" + failure.line() + ": " + failure.what());
            out.println("        expected  " + failure.expected());
            out.println("        found     " + failure.found());
        }
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
