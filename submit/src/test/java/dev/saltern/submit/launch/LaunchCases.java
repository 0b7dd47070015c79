/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.launch;

import static dev.saltern.submit.launch.LaunchCase.onEmr;
import static dev.saltern.submit.launch.LaunchCase.onServerless;

import dev.saltern.conf.ExitCode;
import dev.saltern.test.kit.emr.Ending;
import dev.saltern.test.kit.emr.Fault;
import dev.saltern.test.kit.emr.Life;
import dev.saltern.test.kit.emr.StepLife;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Every way that a launch can go, but for signals. */
final class LaunchCases {
    private static final Duration WORK = Duration.ofMinutes(9);
    private static final Duration ENDLESS = Duration.ofHours(30);

    private LaunchCases() {}

    static List<LaunchCase> all() {
        List<LaunchCase> cases = new ArrayList<>();
        cases.add(onEmr("the day is published", ExitCode.DONE, 1, life(LaunchCases::publishes)));
        cases.add(onEmr(
                "the day was live already",
                ExitCode.DONE,
                1,
                life(bench -> StepLife.completes(WORK).leaving(bench.reports("UP_TO_DATE", 0, "")))));
        cases.addAll(failedSteps());
        cases.addAll(machines());
        cases.addAll(troubledService());
        cases.addAll(limits());
        cases.addAll(others());
        cases.addAll(serverless());
        return cases;
    }

    private static List<LaunchCase> failedSteps() {
        List<LaunchCase> cases = new ArrayList<>();
        for (Ending ending : List.of(
                Ending.SILENT,
                Ending.COMPLETED,
                Ending.COMPLETED_WITH_ERRORS,
                Ending.STEP_FAILURE,
                Ending.INTERNAL_ERROR)) {
            String words = ending.code().isEmpty() ? "no reason" : ending.code() + " \"" + ending.message() + "\"";
            cases.add(onEmr(
                    "the step fails, the cluster ends " + ending.state() + ", " + words,
                    ExitCode.STEP_FAILED,
                    1,
                    bench -> bench.server()
                            .usual(Life.GOOD.step(StepLife.fails(WORK)).ends(ending))));
        }
        cases.add(onEmr(
                "every step completes, the job leaves no report",
                ExitCode.STEP_FAILED,
                1,
                life(bench -> StepLife.completes(WORK))));
        cases.add(refused("a rule refuses the publish", ExitCode.QUALITY_GATE));
        cases.add(refused("the row account does not balance", ExitCode.UNBALANCED_ACCOUNT));
        cases.add(refused("a newer run was first", ExitCode.CONFLICT));
        return cases;
    }

    private static LaunchCase refused(String what, ExitCode code) {
        return onEmr(
                what,
                code,
                1,
                life(bench -> StepLife.fails(WORK).leaving(bench.reports("REFUSED", code.code(), "\"" + what + "\""))));
    }

    private static List<LaunchCase> machines() {
        return List.of(
                onEmr(
                        "a bootstrap action fails on every rung",
                        ExitCode.BOOTSTRAP,
                        3,
                        bench -> bench.server().usual(Life.GOOD.neverRuns(Ending.BOOTSTRAP_FAILURE))),
                onEmr(
                        "a bootstrap action fails once",
                        ExitCode.DONE,
                        2,
                        bench -> bench.server()
                                .next(Life.GOOD.neverRuns(Ending.BOOTSTRAP_FAILURE))
                                .next(Life.GOOD.step(publishes(bench)))),
                onEmr(
                        "no capacity twice, then on the third rung",
                        ExitCode.DONE,
                        3,
                        bench -> bench.server()
                                .next(Life.GOOD.neverStarts(Ending.FLEET_TIMEOUT))
                                .next(Life.GOOD.neverStarts(Ending.NO_CAPACITY))
                                .next(Life.GOOD.step(publishes(bench)))),
                onEmr(
                        "no capacity on any rung",
                        ExitCode.LAUNCH,
                        3,
                        bench -> bench.server().usual(Life.GOOD.neverStarts(Ending.FLEET_TIMEOUT))),
                onEmr(
                        "an error inside EMR, then on the second rung",
                        ExitCode.DONE,
                        2,
                        bench -> bench.server()
                                .next(Life.GOOD.neverRuns(Ending.INTERNAL_ERROR))
                                .next(Life.GOOD.step(publishes(bench)))));
    }

    private static List<LaunchCase> troubledService() {
        return List.of(
                onEmr(
                        "EMR throttles every call for two minutes",
                        ExitCode.DONE,
                        1,
                        published(Fault.throttled(1, Duration.ofMinutes(2)))),
                onEmr(
                        "EMR throttles every call for two minutes while the step runs",
                        ExitCode.DONE,
                        1,
                        published(Fault.throttled(30, Duration.ofMinutes(2)))),
                onEmr(
                        "the answer to RunJobFlow is lost",
                        ExitCode.DONE,
                        1,
                        published(Fault.first(Fault.Kind.LOST_RESPONSE, "RunJobFlow"))),
                onEmr(
                        "the answer is lost, and the search for the cluster meets errors",
                        ExitCode.DONE,
                        1,
                        published(Fault.first(Fault.Kind.LOST_RESPONSE, "RunJobFlow"))
                                .andThen(bench -> bench.server()
                                        .fault(new Fault(
                                                Fault.Kind.SERVER_ERROR, "ListClusters", 2, 2, Duration.ZERO)))),
                onEmr(
                        "RunJobFlow is lost on its way",
                        ExitCode.DONE,
                        1,
                        published(Fault.first(Fault.Kind.LOST_REQUEST, "RunJobFlow"))),
                onEmr(
                        "EMR is in trouble and starts nothing",
                        ExitCode.LAUNCH,
                        0,
                        published(new Fault(Fault.Kind.SERVER_ERROR, "RunJobFlow", 1, 99, Duration.ZERO))));
    }

    private static List<LaunchCase> limits() {
        return List.of(
                onEmr(
                        "the deadline comes while machines start",
                        ExitCode.DEADLINE,
                        1,
                        endless().andThen(bench -> bench.deadline = Duration.ofMinutes(3))),
                onEmr(
                        "the deadline comes while the step runs",
                        ExitCode.DEADLINE,
                        1,
                        endless().andThen(bench -> bench.deadline = Duration.ofMinutes(45))),
                onEmr(
                        "the budget is spent while the step runs",
                        ExitCode.DEADLINE,
                        1,
                        endless().andThen(bench -> bench.maxUsd = 0.30)));
    }

    private static List<LaunchCase> others() {
        return List.of(onEmr(
                "someone terminates the cluster while the step runs",
                ExitCode.INTERRUPTED,
                1,
                endless()
                        .andThen(bench -> after(
                                bench,
                                Duration.ofMinutes(10),
                                () -> bench.work()
                                        .aws()
                                        .emr()
                                        .terminate(bench.server().running())))));
    }

    private static List<LaunchCase> serverless() {
        return List.of(
                onServerless(
                        "the day is published",
                        ExitCode.DONE,
                        bench -> bench.server().nextRun(publishes(bench))),
                onServerless(
                        "the answer to StartJobRun is lost",
                        ExitCode.DONE,
                        bench -> bench.server()
                                .nextRun(publishes(bench))
                                .fault(Fault.first(Fault.Kind.LOST_RESPONSE, "StartJobRun"))),
                onServerless(
                        "the job run fails",
                        ExitCode.STEP_FAILED,
                        bench -> bench.server().nextRun(StepLife.fails(WORK))),
                onServerless("the deadline comes", ExitCode.DEADLINE, bench -> {
                    bench.server().nextRun(StepLife.completes(ENDLESS));
                    bench.deadline = Duration.ofMinutes(45);
                }),
                onServerless("it is asked to stop", ExitCode.INTERRUPTED, bench -> {
                    bench.server().nextRun(StepLife.completes(ENDLESS));
                    after(bench, Duration.ofMinutes(5), bench.stop::request);
                }));
    }

    private static StepLife publishes(LaunchBench bench) {
        return StepLife.completes(WORK).leaving(bench.reports("PUBLISHED", 0, ""));
    }

    private static Consumer<LaunchBench> life(java.util.function.Function<LaunchBench, StepLife> step) {
        return bench -> bench.server().usual(Life.GOOD.step(step.apply(bench)));
    }

    private static Consumer<LaunchBench> published(Fault fault) {
        return life(LaunchCases::publishes).andThen(bench -> bench.server().fault(fault));
    }

    private static Consumer<LaunchBench> endless() {
        return life(bench -> StepLife.completes(ENDLESS));
    }

    /** Lets something happen once the launcher has waited so long. */
    private static void after(LaunchBench bench, Duration time, Runnable what) {
        Instant then = LaunchBench.START.plus(time);
        bench.whileAsleep = () -> {
            if (!bench.pace().now().isBefore(then)) {
                bench.whileAsleep = () -> {};
                what.run();
            }
        };
    }
}
