/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs;

import dev.saltern.conf.ExitCode;
import dev.saltern.jobs.publish.Publisher;
import dev.saltern.jobs.publish.Stores;
import dev.saltern.jobs.publish.redirect.Redirect;
import dev.saltern.jobs.publish.redirect.Redirector;
import dev.saltern.jobs.publish.rollback.Rollback;
import dev.saltern.jobs.publish.rollback.RollbackGoal;
import dev.saltern.jobs.publish.rollback.RollbackPage;
import dev.saltern.jobs.publish.rollback.RollbackReport;
import dev.saltern.jobs.publish.rollback.Rollbacks;
import dev.saltern.jobs.publish.run.TableSpec;
import dev.saltern.jobs.publish.table.LakeTable;
import dev.saltern.jobs.publish.table.PartitionFiles;
import dev.saltern.jobs.report.Json;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/** Points the partitions of a table, or of all tables of a pipeline, back at what they held before. */
final class RollbackCommand {
    private static final String DRY_RUN = "dry-run";

    private final JobArguments arguments;
    private final PrintWriter out;

    RollbackCommand(JobArguments arguments, PrintWriter out) {
        this.arguments = arguments;
        this.out = out;
    }

    ExitCode run() {
        RollbackGoal goal = goal();
        if (arguments.subjects().isEmpty() && arguments.option("table").isEmpty()) {
            throw JobArguments.usage(
                    "Missing required PIPELINE: name the pipeline whose tables are to be rolled back, or one table with --table");
        }
        OpenLake lake = OpenLake.of(arguments);
        List<LakeTable> tables = lake.choose(arguments);
        Map<LakeTable, List<Redirect>> plan =
                new Rollback(lake.tables(), new PartitionFiles(lake.store(), lake.tables()), goal).plan(tables);
        Map<String, Long> versions = arguments.has(DRY_RUN) ? Map.of() : carryOut(lake, goal, plan);
        RollbackReport report = Rollbacks.report(goal, arguments.has(DRY_RUN), plan, versions);
        out.print(arguments.has("json") ? Json.write(report) + System.lineSeparator() : RollbackPage.of(report));
        return ExitCode.DONE;
    }

    private static Map<String, Long> carryOut(OpenLake lake, RollbackGoal goal, Map<LakeTable, List<Redirect>> plan) {
        SparkSession session = lake.session();
        Stores stores = lake.stores(session);
        Publisher publisher = new Publisher(stores, InstantSource.system());
        Redirector redirector = new Redirector(stores, publisher, InstantSource.system());
        Map<String, Long> versions = new LinkedHashMap<>();
        plan.forEach((table, redirects) -> {
            // A rollback that died between journal and catalog has nothing left to change and is finished here.
            TableSpec spec = table.spec(lake.environment().database(), stores.catalog());
            publisher.requireEnd(spec);
            if (redirects.isEmpty()) {
                publisher.reconcile(spec);
            } else {
                versions.put(table.name(), redirector.redirect(spec, Rollbacks.redirection(table, goal, redirects)));
            }
        });
        return versions;
    }

    private RollbackGoal goal() {
        List<String> given = List.of("to", "date", "run").stream()
                .filter(name -> arguments.option(name).isPresent())
                .toList();
        if (given.size() > 1) {
            throw JobArguments.usage(
                    "Invalid --" + given.get(1) + ": it cannot stand beside --" + given.get(0) + " (name one goal)");
        }
        Optional<String> to = arguments.option("to");
        if (to.isPresent()) {
            return RollbackGoal.version(version(to.get()));
        }
        if (arguments.option("date").isPresent()) {
            return RollbackGoal.day(arguments.date("date"));
        }
        return arguments.option("run").map(RollbackGoal::run).orElseGet(RollbackGoal::lastRun);
    }

    private static long version(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw JobArguments.usage(
                    "Invalid --to: " + text + " (must be a version, as saltern history --table lists them)");
        }
    }
}
