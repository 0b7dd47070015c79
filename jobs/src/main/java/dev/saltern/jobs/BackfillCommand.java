/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.conf.Scope;
import dev.saltern.conf.terminal.Terminal;
import dev.saltern.jobs.backfill.Backfill;
import dev.saltern.jobs.backfill.BackfillPage;
import dev.saltern.jobs.backfill.BackfillReport;
import dev.saltern.jobs.backfill.BackfillRequest;
import dev.saltern.jobs.ledger.Reason;
import dev.saltern.jobs.progress.DaysProgress;
import dev.saltern.jobs.report.Json;
import dev.saltern.jobs.session.Sessions;
import java.io.PrintWriter;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.spark.sql.SparkSession;

/** Runs many days in one application, one run for each, or tells which it would run and why. */
final class BackfillCommand {
    private final JobArguments arguments;
    private final PrintWriter out;
    private final PrintWriter err;

    BackfillCommand(JobArguments arguments, PrintWriter out, PrintWriter err) {
        this.arguments = arguments;
        this.out = out;
        this.err = err;
    }

    ExitCode run() {
        LoadedJob job = LoadedJob.of(arguments);
        if (arguments.days().isEmpty()) {
            throw JobArguments.usage("Missing required --from and --to: a backfill has a first and a last day");
        }
        BackfillRequest request = request(job.scope(arguments));
        BackfillReport report = run(job, request);
        out.print(
                arguments.has("json")
                        ? Json.write(report) + System.lineSeparator()
                        : BackfillPage.of(report, Terminal.ofProcess()));
        return ExitCode.of(report.exitCode());
    }

    private BackfillReport run(LoadedJob job, BackfillRequest request) {
        boolean dry = arguments.has("dry-run");
        SparkSession session = dry
                ? Sessions.withoutCatalog(job.environment())
                : Sessions.withCatalog(job.environment(), Sessions.MANY_RUNS);
        try (DaysProgress progress = new DaysProgress(session.sparkContext(), err, arguments.has("json"))) {
            Backfill backfill = new Backfill(session, job.environment(), job.pipeline(), request, progress);
            return dry ? backfill.rehearse() : backfill.run();
        }
    }

    private BackfillRequest request(Scope scope) {
        return new BackfillRequest(scope, parallel(), newestFirst(), ignored(), arguments.has("stop-on-failure"));
    }

    private int parallel() {
        String text = arguments.options().getOrDefault("parallel", "1");
        try {
            int parallel = Integer.parseInt(text);
            if (parallel >= 1 && parallel <= BackfillRequest.MAX_PARALLEL) {
                return parallel;
            }
        } catch (NumberFormatException e) {
            throw new SalternException(ExitCode.USAGE, invalidParallel(text), e);
        }
        throw JobArguments.usage(invalidParallel(text));
    }

    private static String invalidParallel(String text) {
        return "Invalid --parallel: " + text + " (must be in [1, " + BackfillRequest.MAX_PARALLEL + "])";
    }

    private boolean newestFirst() {
        String order = arguments.options().getOrDefault("order", "oldest");
        if (!Set.of("oldest", "newest").contains(order)) {
            throw JobArguments.usage("Invalid --order: " + order + " (must be oldest or newest)");
        }
        return order.equals("newest");
    }

    private Set<Reason.Kind> ignored() {
        Set<Reason.Kind> ignored = EnumSet.noneOf(Reason.Kind.class);
        for (String name : arguments.lists().getOrDefault("ignore", List.of())) {
            ignored.add(BackfillRequest.IGNORABLE.stream()
                    .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(name))
                    .findFirst()
                    .orElseThrow(() ->
                            JobArguments.usage("Invalid --ignore: " + name + " (must be code, pipeline or shared)")));
        }
        return ignored;
    }
}
