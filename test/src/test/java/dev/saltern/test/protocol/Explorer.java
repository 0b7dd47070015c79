/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.protocol;

import dev.saltern.conf.ExitCode;
import dev.saltern.test.protocol.Operation.Effect;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Goes through every schedule of a scenario: whose call comes next, and what comes of it. A state that was reached before is not gone into
 * again.
 */
final class Explorer {
    private final Scenario scenario;
    private final Quiet quiet;
    private final Commuting commuting;
    private final Deque<Schedule> open = new ArrayDeque<>();
    private final Set<Schedule> reached = new HashSet<>();
    private final Set<World> worlds = new HashSet<>();
    private final List<String> violations = new ArrayList<>();
    private long steps;
    private long ends;

    private Explorer(Scenario scenario) {
        this.scenario = scenario;
        this.quiet = new Quiet(scenario, false);
        this.commuting = new Commuting(scenario.processes());
    }

    /** Returns what comes of a scenario. */
    static Exploration explore(Scenario scenario) {
        return new Explorer(scenario).explore();
    }

    private Exploration explore() {
        World world = World.EMPTY;
        for (Program program : scenario.before()) {
            world = Alone.run(program, world).world();
        }
        List<Publishing.@Nullable Point> points = new ArrayList<>();
        for (Program program : scenario.processes()) {
            Publishing.At at = new Publishing(program).start(world);
            world = at.world();
            points.add(at.point());
        }
        reach(new Schedule(world, points, scenario.faults(), scenario.switches(), -1, null, scenario.name()));
        while (!open.isEmpty() && violations.isEmpty()) {
            expand(open.pop());
        }
        return new Exploration(reached.size(), steps, ends, worlds.size(), violations);
    }

    private void expand(Schedule schedule) {
        for (int i = 0; i < schedule.points.size(); i++) {
            if (schedule.isRunning(i)
                    && commuting.isFree(
                            schedule.points.get(i).pending,
                            schedule.points.get(i).process(),
                            schedule.world)) {
                step(schedule, i, schedule.switches);
                return;
            }
        }
        boolean isQuiet = true;
        for (int i = 0; i < schedule.points.size(); i++) {
            if (schedule.isRunning(i)) {
                isQuiet = false;
                int left = schedule.last >= 0 && schedule.last != i && schedule.isRunning(schedule.last) ? 1 : 0;
                if (schedule.switches >= left) {
                    step(schedule, i, schedule.switches - left);
                }
            }
        }
        if (isQuiet) {
            ends++;
            quiet.problems(schedule).forEach(problem -> violations.add(problem + "\n" + schedule.story()));
        }
    }

    private void step(Schedule schedule, int process, int switches) {
        Publishing.Point point = schedule.points.get(process);
        Operation operation = point.pending;
        if (!quiet.mayHappen(schedule, operation)) {
            return;
        }
        go(schedule, process, operation, operation.effect().apply(schedule.world), schedule.faults, switches, "");
        if (schedule.faults > 0 && quiet.mayFail(point)) {
            List<Publishing.@Nullable Point> points = new ArrayList<>(schedule.points);
            points.set(process, null);
            reach(new Schedule(
                    schedule.world,
                    points,
                    schedule.faults - 1,
                    switches,
                    process,
                    schedule,
                    name(process) + " dies before " + operation));
            if (operation.kind().writes() && !operation.target().startsWith("_leases/")) {
                for (Effect fault : operation.faults(schedule.world)) {
                    go(schedule, process, operation, fault, schedule.faults - 1, switches, " -> " + fault.answer());
                }
            }
        }
    }

    private void go(
            Schedule from, int process, Operation operation, Effect effect, int faults, int switches, String fault) {
        steps++;
        Publishing.At at = from.points.get(process).answered(effect.answer(), effect.world());
        List<Publishing.@Nullable Point> points = new ArrayList<>(from.points);
        points.set(process, at.point());
        String exit = at.point().exit == null ? "" : " => " + at.point().exit;
        Schedule next = new Schedule(
                at.world(), points, faults, switches, process, from, name(process) + " " + operation + fault + exit);
        String wrong = Invariants.step(from.world, operation, effect.world());
        if (wrong != null) {
            violations.add(wrong + "\n" + next.story());
        }
        if (at.point().exit == ExitCode.INTERNAL
                && quiet.mayNotFail(scenario.processes().get(process))) {
            violations.add("I7: a reader does not find the files that it was sent to\n" + next.story());
        }
        reach(next);
    }

    private void reach(Schedule schedule) {
        if (!reached.add(schedule)) {
            return;
        }
        open.push(schedule);
        if (worlds.add(schedule.world)) {
            Invariants.of(schedule.world).forEach(wrong -> violations.add(wrong + "\n" + schedule.story()));
        }
    }

    private String name(int process) {
        return "  [" + Arrays.asList("A", "B", "C", "D", "E").get(process) + "]";
    }
}
