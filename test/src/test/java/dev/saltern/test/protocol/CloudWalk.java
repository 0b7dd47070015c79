/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.protocol;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.test.weather.Death;
import dev.saltern.test.weather.Storm;
import dev.saltern.test.weather.Weather;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** One schedule of a case on AWS. The same seed makes the same mishaps, request by request. */
final class CloudWalk {
    private final Cloud cloud;
    private final CloudCase cloudCase;
    private final long seed;
    private final List<String> violations = new ArrayList<>();

    private CloudWalk(Cloud cloud, CloudCase cloudCase, long seed) {
        this.cloud = cloud;
        this.cloudCase = cloudCase;
        this.seed = seed;
    }

    /** Goes through the schedule that a seed makes of a case. */
    static Walk.Result of(Cloud cloud, CloudCase cloudCase, long seed) {
        return new CloudWalk(cloud, cloudCase, seed).go();
    }

    private Walk.Result go() {
        Scenario scenario = cloudCase.scenario();
        cloud.clear();
        scenario.before().forEach(this::run);
        World before = cloud.world();
        int death = cloudCase.deaths() == 0 ? 0 : new Random(seed).nextInt(cloudCase.deaths()) + 1;
        List<ExitCode> exits;
        Storm storm = Storm.begin(seed, cloudCase.weather(), death);
        try (storm) {
            exits = cloudCase.atOnce() ? atOnce(scenario.processes()) : inTurn(scenario.processes());
        }
        World quiet = cloud.world();
        violations.addAll(Invariants.of(quiet, !cloudCase.isForeign()));
        violations.addAll(Invariants.kept(before, quiet));
        Quiet end = new Quiet(scenario, cloudCase.isForeign(), (program, world) -> undisturbed(cloud, program));
        violations.addAll(end.problems(quiet, exits));
        List<String> story = new ArrayList<>(storm.story());
        story.add("exits " + exits);
        int faults =
                storm.mishaps().values().stream().mapToInt(Integer::intValue).sum();
        return new Walk.Result(storm.mishaps(), faults, violations, end.calls(), end.nanos(), story);
    }

    private List<ExitCode> inTurn(List<Program> programs) {
        return programs.stream().map(this::run).toList();
    }

    private List<ExitCode> atOnce(List<Program> programs) {
        List<CompletableFuture<ExitCode>> all = programs.stream()
                .map(program -> CompletableFuture.supplyAsync(() -> run(program)))
                .toList();
        return all.stream().map(CompletableFuture::join).toList();
    }

    private ExitCode run(Program program) {
        return run(cloud, program);
    }

    /** Runs a program to its end, or to its death. */
    static ExitCode run(Cloud cloud, Program program) {
        return run(cloud.desk(program.sabotage()), program);
    }

    /** Runs a program with what it works with. */
    static ExitCode run(Desk desk, Program program) {
        Storm.processBegins();
        try {
            Object result = program.first();
            while (result instanceof Program.Step step) {
                result = step.run(desk);
            }
            return (ExitCode) result;
        } catch (SalternException e) {
            return e.exitCode();
        } catch (Death e) {
            return ExitCode.INTERRUPTED;
        }
    }

    /** Runs a program in fair weather. */
    static Alone.End undisturbed(Cloud cloud, Program program) {
        long start = System.nanoTime();
        try (Storm fair = Storm.begin(0, Weather.FAIR, 0)) {
            ExitCode exit = run(cloud, program);
            long nanos = System.nanoTime() - start;
            int requests = fair.requestsOfThisThread();
            return new Alone.End(exit, cloud.world(), requests, nanos);
        }
    }
}
