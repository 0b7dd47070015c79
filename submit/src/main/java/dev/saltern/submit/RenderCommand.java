/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import dev.saltern.conf.ExitCode;
import dev.saltern.submit.render.AirflowDag;
import dev.saltern.submit.render.DayRequest;
import dev.saltern.submit.render.NamedQuery;
import dev.saltern.submit.render.Schedule;
import dev.saltern.submit.render.StateMachine;
import dev.saltern.submit.render.TableQueries;
import dev.saltern.submit.render.TableViews;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "render",
        description =
                "Print how a launch looks elsewhere: its request, a schedule, a state machine, an Airflow DAG; calls"
                        + " nothing.")
final class RenderCommand implements Callable<Integer> {
    /** What a launch can be rendered as. */
    enum What {
        REQUEST,
        SCHEDULER,
        STEPFUNCTIONS,
        AIRFLOW,
        SQL
    }

    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            index = "0",
            paramLabel = "WHAT",
            description =
                    "request: the input of RunJobFlow; scheduler: a schedule of EventBridge Scheduler that sends it;"
                            + " stepfunctions: a machine that does, watches and ends it; airflow: a DAG; sql: queries and views of the tables for Athena and QuickSight, and the"
                            + " schema for Redshift.")
    private What what = What.REQUEST;

    @Parameters(index = "1", paramLabel = "PIPELINE", description = "The pipeline, by name.")
    private String pipeline = "";

    @Mixin
    private ClusterOptions options = new ClusterOptions();

    @Mixin
    private LaunchOptions launch = new LaunchOptions();

    @Option(
            names = "--cron",
            paramLabel = "CRON",
            defaultValue = "0 2 * * *",
            description =
                    "When, in UTC: minute, hour, day of the month, month, day of the week. Default: ${DEFAULT-VALUE}.")
    private String cron = "0 2 * * *";

    @Option(
            names = "--role",
            paramLabel = "ARN",
            description =
                    "With scheduler: the role that EventBridge Scheduler takes. With sql: the one that Redshift takes."
                            + " Default: a role of account 000000000000, to be replaced.")
    private @Nullable String role;

    @Option(
            names = "--queue",
            paramLabel = "ARN",
            defaultValue = "arn:aws:sqs:us-east-1:000000000000:saltern-failed-starts",
            description = "The queue for starts that failed.")
    private String queue = "";

    @Option(
            names = "--plan",
            paramLabel = "FILE",
            description =
                    "With sql: what saltern plan PIPELINE --date DATE --json says, for views of tables whose columns only"
                            + " a run tells. Default: Saltern finds the columns out itself, on empty tables.")
    private @Nullable Path plan;

    RenderCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Console console = options.console(spec, surroundings);
        OpenDay open = new OpenDay(surroundings, options, launch, console);
        LaunchSetup setup = open.setup(pipeline);
        DayRequest request = open.request(setup);
        PrintWriter out = spec.commandLine().getOut();
        switch (what) {
            case REQUEST -> JsonPrinter.print(out, request.with("<day>", "<launch>"));
            case SCHEDULER ->
                JsonPrinter.print(
                        out, Schedule.of(request, Cron.parse(cron).ofScheduler(), role("saltern-scheduler"), queue));
            case STEPFUNCTIONS -> JsonPrinter.print(out, StateMachine.definition(request));
            case AIRFLOW -> airflow(out, setup, request);
            case SQL -> sql(out, setup, console);
        }
        return ExitCode.DONE.code();
    }

    private void sql(PrintWriter out, LaunchSetup setup, Console console) {
        String database = setup.environment().database();
        List<NamedQuery> queries =
                new ArrayList<>(TableQueries.of(setup.pipeline().pipeline(), database));
        queries.addAll(new PlannedViews(surroundings, options, console).of(pipeline, plan, database));
        queries.add(new NamedQuery(
                "redshift",
                "How Redshift Spectrum reads the tables",
                TableViews.spectrum(database, setup.account().region(), role("redshift-spectrum"))));
        if (options.json()) {
            JsonPrinter.print(out, Map.of("queries", queries));
            return;
        }
        queries.forEach(
                query -> out.println("-- " + query.name() + ": " + query.description() + "\n" + query.sql() + ";\n"));
        out.flush();
    }

    private String role(String name) {
        return role == null ? "arn:aws:iam::000000000000:role/" + name : role;
    }

    private void airflow(PrintWriter out, LaunchSetup setup, DayRequest request) {
        String dag = AirflowDag.of(
                request,
                Cron.parse(cron).toString(),
                setup.account().region(),
                setup.environment().lake());
        if (options.json()) {
            JsonPrinter.print(out, Map.of("dag", dag));
        } else {
            out.print(dag);
            out.flush();
        }
    }
}
